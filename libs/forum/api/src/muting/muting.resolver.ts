import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { PostView } from '../posts/post-view';
import { Post } from '../posts/post.types';
import { MutingService } from './muting.service';
import { MutedPersonConnection, MuteResult } from './muting.types';

@Resolver(() => Post)
export class MutingResolver {
  constructor(private readonly service: MutingService) {}

  @Query(() => MutedPersonConnection, { description: 'Whom one muted, the latest first.' })
  @Access('signed-in')
  mutedPeople(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.muted(signedIn(actor), first, after);
  }

  @Mutation(() => MuteResult, {
    description:
      'Their messages stay in the thread, folded, and nothing of them notifies. They are not told.',
  })
  @Access('signed-in')
  mutePerson(@CurrentActor() actor: Actor, @Args('accountId', { type: () => ID }) id: string) {
    return this.service.mute(signedIn(actor), id);
  }

  @Mutation(() => MuteResult)
  @Access('signed-in')
  unmutePerson(@CurrentActor() actor: Actor, @Args('accountId', { type: () => ID }) id: string) {
    return this.service.unmute(signedIn(actor), id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the person who asks muted its author.' })
  isMuted(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Parent() post: PostView) {
    return this.service.isMuted(context, actor, post);
  }
}
