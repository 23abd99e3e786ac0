import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Consultation, ConsultationsService, Theme } from '@preau/consultation-api';
import { Access, CurrentActor, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { PostConnection } from '../posts/post.types';
import { PostsService } from '../posts/posts.service';
import { TopicView } from './topic-view';
import { PostsArgs, Topic, TopicConnection, TopicsArgs } from './topic.types';
import { TopicsService } from './topics.service';

/** A burst of readers is answered from ready bytes; a change to a topic empties what names it at once. */
const CACHE_SECONDS = 5;

@Resolver(() => Topic)
export class TopicResolver {
  constructor(
    private readonly service: TopicsService,
    private readonly messages: PostsService,
    private readonly consultations: ConsultationsService,
  ) {}

  @Query(() => TopicConnection)
  @Access('public', { cacheSeconds: CACHE_SECONDS })
  topics(@CurrentActor() actor: Actor, @Args() asked: TopicsArgs) {
    return this.service.list(actor, asked);
  }

  @Query(() => Topic, { nullable: true })
  @Access('public', { cacheSeconds: CACHE_SECONDS })
  topic(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string) {
    return this.service.byId(actor, id);
  }

  @ResolveField(() => Theme)
  theme(@Parent() { found }: TopicView, @Context() context: RequestContext): Promise<Theme | null> {
    return this.consultations.themeLoader.of(context, found.themeId);
  }

  @ResolveField(() => Consultation)
  consultation(@Parent() { found }: TopicView, @Context() context: RequestContext) {
    return this.consultations.loader.of(context, found.consultationId);
  }

  @ResolveField(() => PostConnection, {
    description: 'Replies to the topic itself; theirs are under each of them.',
  })
  posts(@CurrentActor() actor: Actor, @Parent() topic: TopicView, @Args() asked: PostsArgs) {
    return this.messages.ofTopic(actor, topic, asked);
  }

  @ResolveField(() => PostConnection, {
    description: 'What services of the institution answered in it, as it is read.',
  })
  officialPosts(
    @CurrentActor() actor: Actor,
    @Parent() { id }: TopicView,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.messages.official(actor, { of: 'topic', id }, { first, after });
  }

  @ResolveField(() => PostConnection, { description: 'The short propositions among its replies.' })
  propositions(@CurrentActor() actor: Actor, @Parent() topic: TopicView, @Args() asked: PostsArgs) {
    return this.messages.ofTopic(actor, topic, asked, true);
  }
}
