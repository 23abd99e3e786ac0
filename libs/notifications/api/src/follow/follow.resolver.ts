import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { FollowService } from './follow.service';
import { Following } from './follow.types';

@Resolver(() => Following)
export class FollowResolver {
  constructor(private readonly service: FollowService) {}

  @Query(() => Following)
  @Access('signed-in')
  following(
    @CurrentActor() actor: Actor,
    @Args('consultationId', { type: () => ID }) id: string,
  ): Promise<Following> {
    return this.service.state(signedIn(actor), id);
  }

  @Mutation(() => Following)
  @Access('signed-in')
  followConsultation(
    @CurrentActor() actor: Actor,
    @Args('consultationId', { type: () => ID }) id: string,
  ): Promise<Following> {
    return this.service.follow(signedIn(actor), id);
  }

  @Mutation(() => Following)
  @Access('signed-in')
  unfollowConsultation(
    @CurrentActor() actor: Actor,
    @Args('consultationId', { type: () => ID }) id: string,
  ): Promise<Following> {
    return this.service.unfollow(signedIn(actor), id);
  }
}
