import type { Order } from '@preau/forum-domain';
import { runPrepared, unseen } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { afterSql, keySql, orderSql, SORTINGS, type Place } from '../posts/post-order';
import {
  CONTEXT_COLUMNS,
  CONTEXT_JOINS,
  POST_COLUMNS,
  type FoundPost,
  type TopicContext,
} from '../posts/post.queries';

/** A topic with its opening message. */
export interface FoundTopic extends FoundPost, TopicContext {
  readonly consultationId: string;
  readonly themeId: string;
  readonly title: string;
  readonly activeAt: Date;
  readonly isPinned: boolean;
  readonly lockedAt: Date | null;
  readonly lockReason: string | null;
  readonly slowSeconds: number;
  readonly solvedPostId: string | null;
  readonly postCount: number;
  readonly conclusion: string | null;
  readonly concludedAt: Date | null;
  readonly concludedById: string | null;
}

const TOPIC_COLUMNS = `
  t.consultation_id AS "consultationId", t.theme_id AS "themeId", t.title, t.active_at AS "activeAt",
  t.pinned_at IS NOT NULL AS "isPinned", t.locked_at AS "lockedAt", t.lock_reason AS "lockReason",
  t.slow_seconds AS "slowSeconds", t.solved_post_id AS "solvedPostId",
  t.post_count AS "postCount", t.conclusion, t.concluded_at AS "concludedAt",
  t.concluded_by AS "concludedById"`;

/** These topics, in any order. What is held is its author's own: `$1`. */
export function findTopics(
  database: DataSource,
  viewer: string | null,
  ids: readonly string[],
): Promise<FoundTopic[]> {
  const text = `
    SELECT '' AS key, ${POST_COLUMNS}, ${CONTEXT_COLUMNS}, ${TOPIC_COLUMNS}
    FROM post p ${CONTEXT_JOINS}
    WHERE p.id = ANY(${unseen('$2', 'uuid')}) AND p.depth = 0 AND (t.status <> 'HELD' OR t.author_id = $1)`;
  return runPrepared(database, { name: 'forum-topics', text }, [viewer, ids]);
}

export interface TopicsAsked {
  readonly consultationId: string;
  readonly themeId: string | null;
  readonly order: Order;
  readonly isPinned: boolean;
  readonly after: Place | null;
  readonly limit: number;
}

/** A page of topics that can be read, `limit` at most; and one's own that are held. */
export function listTopics(
  database: DataSource,
  viewer: string | null,
  { consultationId, themeId, order, isPinned, after, limit }: TopicsAsked,
): Promise<FoundTopic[]> {
  const sorting = SORTINGS[order];
  const filters = [
    themeId ? 't.theme_id = $2' : 't.consultation_id = $2',
    isPinned ? 't.pinned_at IS NOT NULL' : 'true',
    after ? afterSql(sorting, 't', '$4', '$5') : 'true',
    `(t.status = 'PUBLISHED' OR (t.status = 'HELD' AND t.author_id = $1))`,
  ];
  const text = `
    SELECT ${keySql(sorting, 't')} AS key, ${POST_COLUMNS}, ${CONTEXT_COLUMNS}, ${TOPIC_COLUMNS}
    FROM (
      SELECT id FROM topic t WHERE ${filters.join(' AND ')} ORDER BY ${orderSql(sorting, 't')} LIMIT $3
    ) listed JOIN post p ON p.id = listed.id ${CONTEXT_JOINS}
    ORDER BY ${orderSql(sorting, 't')}`;
  const name = `forum-topics-${order}-${themeId ? 'theme' : 'all'}-${isPinned ? 'pinned' : ''}-${after ? 'after' : ''}`;
  return runPrepared(database, { name, text }, [
    viewer,
    themeId ?? consultationId,
    limit,
    ...(after ? [after.key, after.id] : []),
  ]);
}

/** How many of them everybody can read. */
export async function countTopics(
  database: DataSource,
  { consultationId, themeId, isPinned }: Pick<TopicsAsked, 'consultationId' | 'themeId' | 'isPinned'>,
): Promise<number> {
  const text = `
    SELECT count(*)::int AS count FROM topic t
    WHERE ${themeId ? 't.theme_id' : 't.consultation_id'} = $1 AND t.status = 'PUBLISHED'
      ${isPinned ? 'AND t.pinned_at IS NOT NULL' : ''}`;
  const name = `forum-topic-count-${themeId ? 'theme' : 'all'}-${isPinned ? 'pinned' : ''}`;
  const [row] = await runPrepared<{ count: number }>(database, { name, text }, [themeId ?? consultationId]);
  return row?.count ?? 0;
}
