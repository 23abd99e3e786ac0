import { Injectable } from '@nestjs/common';
import { keptLockReason, settingsRefusal, type TopicSettings } from '@preau/forum-domain';
import { audit, isUuid } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { EntityManager } from 'typeorm';
import { keepsTopics } from '../posts/post-view';
import type { ManagingRefused, TopicManaged } from './managing.types';
import { TopicChanges } from './topic-changes';

/** What the team does to a topic as a whole, each time in the log; and which reply answers it, which its author may say. */
@Injectable()
export class ManagingService {
  constructor(private readonly topics: TopicChanges) {}

  pin(actor: SignedIn, id: string, isPinned: boolean) {
    return this.set(actor, id, { isPinned });
  }

  /** A reason is told to its readers; opened again, a topic has none. */
  lock(actor: SignedIn, id: string, isLocked: boolean, reason: string | null) {
    return this.set(actor, id, {
      isLocked,
      ...(isLocked ? { lockReason: keptLockReason(reason ?? '') } : {}),
    });
  }

  slow(actor: SignedIn, id: string, slowSeconds: number) {
    return this.set(actor, id, { slowSeconds });
  }

  markSolved(actor: SignedIn, id: string, postId: string | null): Promise<TopicManaged | ManagingRefused> {
    return this.topics.change(actor, id, async (tx, topic) => {
      const isOwn = topic.authorId === actor.accountId && actor.suspended !== true;
      const isTeams = keepsTopics(actor, topic.themeId);
      const refusal = settingsRefusal({ status: topic.status, isInScope: isOwn || isTeams }, {});
      if (refusal) return refusal;
      if (postId !== null && !(await isReply(tx, id, postId))) return 'UNKNOWN_POST';
      const [, changed] = await tx.query<[unknown, number]>(
        'UPDATE topic SET solved_post_id = $2 WHERE id = $1 AND solved_post_id IS DISTINCT FROM $2',
        [topic.id, postId],
      );
      // What a topic’s author says of it is no decision of the institution.
      if (changed > 0 && isTeams)
        await audit(tx, actor, {
          action: 'forum.solve',
          object: `topic:${topic.id}`,
          details: { postId: postId?.toLowerCase() ?? null },
        });
      return null;
    });
  }

  private set(actor: SignedIn, id: string, settings: TopicSettings): Promise<TopicManaged | ManagingRefused> {
    return this.topics.change(actor, id, async (tx, topic) => {
      const isInScope = keepsTopics(actor, topic.themeId);
      const refusal = settingsRefusal({ status: topic.status, isInScope }, settings);
      if (refusal) return refusal;
      const { isPinned = null, isLocked = null, lockReason = null, slowSeconds = null } = settings;
      await tx.query(
        `UPDATE topic SET
           pinned_at = CASE WHEN $2::boolean IS NULL THEN pinned_at WHEN $2 THEN coalesce(pinned_at, now()) END,
           locked_at = CASE WHEN $3::boolean IS NULL THEN locked_at WHEN $3 THEN coalesce(locked_at, now()) END,
           lock_reason = CASE WHEN $3::boolean IS NULL THEN lock_reason ELSE $5::text END,
           slow_seconds = coalesce($4::int, slow_seconds)
         WHERE id = $1`,
        [id, isPinned, isLocked, slowSeconds, lockReason],
      );
      await audit(tx, actor, {
        action: 'forum.manage',
        object: `topic:${topic.id}`,
        details: { ...settings },
      });
      return null;
    });
  }
}

async function isReply(tx: EntityManager, topicId: string, postId: string): Promise<boolean> {
  if (!isUuid(postId)) return false;
  const found = await tx.query<unknown[]>(
    `SELECT FROM post WHERE id = $1 AND topic_id = $2 AND depth > 0 AND status = 'PUBLISHED'`,
    [postId, topicId],
  );
  return found.length > 0;
}
