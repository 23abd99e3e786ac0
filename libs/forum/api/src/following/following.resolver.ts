import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { TopicView } from '../topics/topic-view';
import { Topic, TopicConnection } from '../topics/topic.types';
import { FollowingService } from './following.service';
import { FollowThemeResult, FollowTopicResult } from './following.types';

@Resolver(() => Topic)
export class FollowingResolver {
  constructor(private readonly service: FollowingService) {}

  @Query(() => TopicConnection, { description: 'The topics one follows, the liveliest first.' })
  @Access('signed-in')
  followedTopics(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.followed(signedIn(actor), first, after);
  }

  @Mutation(() => FollowTopicResult, {
    description: 'Beginning a topic or replying to it follows it too, unless one chose no longer to.',
  })
  @Access('signed-in')
  followTopic(@CurrentActor() actor: Actor, @Args('topicId', { type: () => ID }) id: string) {
    return this.service.chooseTopic(signedIn(actor), id, true);
  }

  @Mutation(() => FollowTopicResult)
  @Access('signed-in')
  unfollowTopic(@CurrentActor() actor: Actor, @Args('topicId', { type: () => ID }) id: string) {
    return this.service.chooseTopic(signedIn(actor), id, false);
  }

  @Mutation(() => FollowThemeResult)
  @Access('signed-in')
  followTheme(@CurrentActor() actor: Actor, @Args('themeId', { type: () => ID }) id: string) {
    return this.service.chooseTheme(signedIn(actor), id, true);
  }

  @Mutation(() => FollowThemeResult)
  @Access('signed-in')
  unfollowTheme(@CurrentActor() actor: Actor, @Args('themeId', { type: () => ID }) id: string) {
    return this.service.chooseTheme(signedIn(actor), id, false);
  }

  @ResolveField(() => Boolean, { description: 'Whether the person who asks follows it.' })
  isFollowed(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Parent() { id }: TopicView) {
    return this.service.followsTopic(context, actor, id);
  }
}
