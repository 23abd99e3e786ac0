import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, RequestLoader, type RequestContext } from '@preau/shared-api';
import { VISITOR, type Actor } from '@preau/shared-domain';
import { Post, PostConnection } from '../posts/post.types';
import type { PostView } from '../posts/post-view';
import type { TopicView } from './topic-view';
import { OfficialPostsArgs, Topic } from './topic.types';
import { TopicsService } from './topics.service';

interface Asked {
  readonly id: string;
  readonly actor: Actor;
}

/** The topic of a message that is listed outside of it. */
@Resolver(() => Post)
export class PostTopicResolver {
  private readonly loader = new RequestLoader<Asked, TopicView | null>(async (asked) => {
    const actor = asked[0]?.actor ?? VISITOR;
    const found = await this.service.byIds(actor, [...new Set(asked.map(({ id }) => id))]);
    return asked.map(({ id }) => found.find((topic) => topic.id === id) ?? null);
  });

  constructor(private readonly service: TopicsService) {}

  @ResolveField(() => Topic, { nullable: true })
  topic(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Parent() { topicId }: PostView) {
    return this.loader.of(context, { id: topicId, actor });
  }

  @Query(() => PostConnection, {
    description: 'What services of the institution wrote in a consultation, the latest first.',
  })
  @Access('public', { cacheSeconds: 5 })
  officialPosts(@CurrentActor() actor: Actor, @Args() asked: OfficialPostsArgs) {
    return this.service.official(actor, asked);
  }
}
