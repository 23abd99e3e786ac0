import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isUuid, RequestLoader, type RequestContext } from '@preau/shared-api';
import type { Actor, SignedIn } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { TopicsService } from '../topics/topics.service';
import { findReadPlaces, moveForwards, type ReadPlace } from './reading.queries';
import type { ReadRefused, TopicRead } from './reading.types';

/** How far people have read. */
@Injectable()
export class ReadingService {
  private readonly loader = new RequestLoader<string, ReadPlace | null>(async (asked) => {
    const [accountId = ''] = asked[0]?.split(' ') ?? [];
    const topicIds = asked.map((key) => key.split(' ')[1] ?? '');
    const found = await findReadPlaces(this.database, accountId, topicIds);
    const places = new Map(found.map((place) => [place.topicId, place]));
    return topicIds.map((id) => places.get(id) ?? null);
  });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly topics: TopicsService,
  ) {}

  async markRead(actor: SignedIn, topicId: string, postId: string): Promise<TopicRead | ReadRefused> {
    const topic = await this.topics.byId(actor, topicId);
    if (!topic) return { code: 'UNKNOWN_TOPIC' };
    const isFound = isUuid(postId) && (await moveForwards(this.database, actor.accountId, topic.id, postId));
    return isFound ? { topic } : { code: 'UNKNOWN_POST' };
  }

  /** Null for visitors, and in a topic that was not opened yet. All its fields, of all topics of a list, share one statement. */
  async place(context: RequestContext, actor: Actor, topicId: string): Promise<ReadPlace | null> {
    return actor.kind === 'account' ? this.loader.of(context, `${actor.accountId} ${topicId}`) : null;
  }
}
