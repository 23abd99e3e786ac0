import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Access, CurrentActor, notFound } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Post } from '../posts/post.types';
import { TopicsService } from '../topics/topics.service';
import { LiveTopics } from './live-topics';

@Resolver()
export class LiveResolver {
  constructor(
    private readonly live: LiveTopics,
    private readonly topics: TopicsService,
  ) {}

  @Subscription(() => Post, { description: 'Each message published in a topic from now on.' })
  @Access('public')
  async postAdded(@CurrentActor() actor: Actor, @Args('topicId', { type: () => ID }) topicId: string) {
    const topic = await this.topics.byId(actor, topicId);
    if (!topic) throw notFound();
    return this.live.of(topic.id, actor);
  }
}
