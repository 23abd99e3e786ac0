import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SupportResult } from './support.types';
import { SupportsService } from './supports.service';

@Resolver()
export class SupportResolver {
  constructor(private readonly service: SupportsService) {}

  @Mutation(() => SupportResult, {
    description: 'Supports a message, or a topic by its id. Given twice, it counts once.',
  })
  @Access('signed-in')
  giveSupport(@CurrentActor() actor: Actor, @Args('postId', { type: () => ID }) id: string) {
    return this.service.give(signedIn(actor), id);
  }

  @Mutation(() => SupportResult)
  @Access('signed-in')
  withdrawSupport(@CurrentActor() actor: Actor, @Args('postId', { type: () => ID }) id: string) {
    return this.service.withdraw(signedIn(actor), id);
  }
}
