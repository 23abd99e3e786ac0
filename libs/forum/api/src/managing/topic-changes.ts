import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ManagingRefusal, PostStatus } from '@preau/forum-domain';
import { ChangeFeed, isUuid, transaction } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import { topicChanged } from '../live/topic-changed';
import { TopicsService } from '../topics/topics.service';
import type { ManagingRefused, TopicManaged } from './managing.types';

export interface LockedTopic {
  readonly id: string;
  readonly themeId: string;
  readonly authorId: string;
  readonly status: PostStatus;
  readonly conclusion: string | null;
  readonly concludedBy: string | null;
}

/** Why not, or null when it is done; `postId` is the message it is about. */
type Outcome = { readonly code: ManagingRefusal; readonly postId?: string } | ManagingRefusal | null;

/** What is changed of a topic as a whole: under its lock, then announced. */
@Injectable()
export class TopicChanges {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly topics: TopicsService,
    private readonly feed: ChangeFeed,
  ) {}

  async change(
    actor: SignedIn,
    asked: string,
    work: (tx: EntityManager, topic: LockedTopic) => Promise<Outcome>,
  ): Promise<TopicManaged | ManagingRefused> {
    if (!isUuid(asked)) return { code: 'UNKNOWN_TOPIC' };
    const id = asked.toLowerCase();
    const refused = await transaction(this.database, async (tx) => {
      const [topic] = await tx.query<LockedTopic[]>(
        `SELECT id, theme_id AS "themeId", author_id AS "authorId", status, conclusion, concluded_by AS "concludedBy" FROM topic
         WHERE id = $1 FOR NO KEY UPDATE`,
        [id],
      );
      const outcome = topic ? await work(tx, topic) : 'UNKNOWN_TOPIC';
      if (!outcome) await this.feed.announce(tx, topicChanged(id));
      return outcome;
    });
    if (refused) return typeof refused === 'string' ? { code: refused } : refused;
    const topic = await this.topics.byId(actor, id);
    return topic ? { topic } : { code: 'UNKNOWN_TOPIC' };
  }
}
