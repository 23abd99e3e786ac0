import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  conclusionRefusal,
  keptBody,
  settingsRefusal,
  type ManagingRefusal,
  type PostStatus,
  type TopicSettings,
} from '@preau/forum-domain';
import { audit, ChangeFeed, isUuid, transaction } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import { topicChanged } from '../live/topic-changed';
import { keepsTopics } from '../posts/post-view';
import { TopicsService } from '../topics/topics.service';
import type { ConcludeTopicInput, ManagingRefused, TopicManaged } from './managing.types';

interface LockedTopic {
  readonly themeId: string;
  readonly authorId: string;
  readonly status: PostStatus;
}

/** What the team does to a topic as a whole, each time in the log; and which reply answers it, which its author may say. */
@Injectable()
export class ManagingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly topics: TopicsService,
    private readonly feed: ChangeFeed,
  ) {}

  set(actor: SignedIn, id: string, settings: TopicSettings): Promise<TopicManaged | ManagingRefused> {
    return this.change(actor, id, async (tx, topic) => {
      const isInScope = keepsTopics(actor, topic.themeId);
      const refusal = settingsRefusal({ status: topic.status, isInScope }, settings);
      if (refusal) return refusal;
      await tx.query(
        `UPDATE topic SET
           pinned_at = CASE WHEN $2::boolean IS NULL THEN pinned_at WHEN $2 THEN coalesce(pinned_at, now()) END,
           locked_at = CASE WHEN $3::boolean IS NULL THEN locked_at WHEN $3 THEN coalesce(locked_at, now()) END,
           slow_seconds = coalesce($4::int, slow_seconds)
         WHERE id = $1`,
        [id, settings.isPinned ?? null, settings.isLocked ?? null, settings.slowSeconds ?? null],
      );
      await audit(tx, actor, { action: 'forum.manage', object: `topic:${id}`, details: { ...settings } });
      return null;
    });
  }

  conclude(actor: SignedIn, input: ConcludeTopicInput): Promise<TopicManaged | ManagingRefused> {
    const text = typeof input.conclusion === 'string' ? keptBody(input.conclusion) : null;
    return this.change(actor, input.topicId, async (tx, topic) => {
      const standing = { status: topic.status, isInScope: true };
      const refusal = text === null ? settingsRefusal(standing, {}) : conclusionRefusal(standing, text);
      if (refusal) return refusal;
      if (!(await isService(tx, input.serviceId))) return 'UNKNOWN_SERVICE';
      await tx.query(
        `UPDATE topic SET conclusion = $2::text, concluded_at = CASE WHEN $2 IS NOT NULL THEN now() END,
           concluded_by = CASE WHEN $2 IS NOT NULL THEN $3::uuid END WHERE id = $1`,
        [input.topicId, text, input.serviceId],
      );
      await audit(tx, actor, {
        action: 'forum.conclude',
        object: `topic:${input.topicId}`,
        details: { isWithdrawn: text === null },
      });
      return null;
    });
  }

  markSolved(actor: SignedIn, id: string, postId: string | null): Promise<TopicManaged | ManagingRefused> {
    return this.change(actor, id, async (tx, topic) => {
      const isOwn = topic.authorId === actor.accountId && actor.suspended !== true;
      const isInScope = isOwn || keepsTopics(actor, topic.themeId);
      const refusal = settingsRefusal({ status: topic.status, isInScope }, {});
      if (refusal) return refusal;
      if (postId !== null && !(await isReply(tx, id, postId))) return 'UNKNOWN_POST';
      await tx.query('UPDATE topic SET solved_post_id = $2 WHERE id = $1', [id, postId]);
      return null;
    });
  }

  private async change(
    actor: SignedIn,
    id: string,
    work: (tx: EntityManager, topic: LockedTopic) => Promise<ManagingRefusal | null>,
  ): Promise<TopicManaged | ManagingRefused> {
    if (!isUuid(id)) return { code: 'UNKNOWN_TOPIC' };
    const refusal = await transaction(this.database, async (tx) => {
      const [topic] = await tx.query<LockedTopic[]>(
        `SELECT theme_id AS "themeId", author_id AS "authorId", status FROM topic WHERE id = $1 FOR NO KEY UPDATE`,
        [id],
      );
      const refused = topic ? await work(tx, topic) : 'UNKNOWN_TOPIC';
      if (!refused) await this.feed.announce(tx, topicChanged(id));
      return refused;
    });
    const topic = refusal ? null : await this.topics.byId(actor, id);
    return topic ? { topic } : { code: refusal ?? 'UNKNOWN_TOPIC' };
  }
}

const exists = async (tx: EntityManager, query: string, values: unknown[]) =>
  (await tx.query<unknown[]>(query, values)).length > 0;

export const isService = (tx: EntityManager, id: string): Promise<boolean> =>
  isUuid(id) ? exists(tx, 'SELECT FROM forum_service WHERE id = $1', [id]) : Promise.resolve(false);

const isReply = (tx: EntityManager, topicId: string, postId: string): Promise<boolean> =>
  isUuid(postId)
    ? exists(tx, `SELECT FROM post WHERE id = $1 AND topic_id = $2 AND depth > 0 AND status = 'PUBLISHED'`, [
        postId,
        topicId,
      ])
    : Promise.resolve(false);
