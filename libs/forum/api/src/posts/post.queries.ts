import type { ConsultationDates } from '@preau/consultation-domain';
import type { Order, PostStatus, Stance } from '@preau/forum-domain';
import { runPrepared } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { afterSql, keySql, orderSql, reversed, SORTINGS, type Place } from './post-order';

/** A message as read. */
export interface FoundPost {
  readonly id: string;
  readonly key: string;
  readonly topicId: string;
  readonly parentId: string | null;
  readonly branchId: string | null;
  readonly depth: number;
  readonly status: PostStatus;
  readonly stance: Stance | null;
  readonly isProposition: boolean;
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly revisionCount: number;
  readonly replyCount: number;
  readonly branchCount: number;
  readonly supports: number;
  readonly isSupported: boolean;
  readonly authorId: string;
  readonly serviceId: string | null;
  readonly imageCount: number;
}

/** What the rights to a message depend on: its topic, and the dates of the consultation. */
export interface TopicContext extends ConsultationDates {
  readonly topicStatus: PostStatus;
  readonly isLocked: boolean;
}

/** `$1` is the account of whoever asks, or null. */
export const POST_COLUMNS = `
  p.id, p.topic_id AS "topicId", p.parent_id AS "parentId", p.branch_id AS "branchId", p.depth, p.status, p.stance,
  p.is_proposition AS "isProposition", p.body, p.created_at AS "createdAt", p.edited_at AS "editedAt",
  p.revision_count AS "revisionCount", p.reply_count AS "replyCount", p.branch_count AS "branchCount", p.supports,
  $1::uuid IS NOT NULL AND EXISTS (
    SELECT FROM post_support s WHERE s.post_id = p.id AND s.account_id = $1) AS "isSupported",
  p.author_id AS "authorId", p.service_id AS "serviceId", p.image_count AS "imageCount"`;

/** A `TopicContext`, with `CONTEXT_JOINS`: for messages that are not of one topic known already. */
export const CONTEXT_COLUMNS = `
  t.status AS "topicStatus", t.locked_at IS NOT NULL AS "isLocked", c.opens_at AS "opensAt",
  c.closes_at AS "closesAt", c.reported_at AS "reportedAt"`;
export const CONTEXT_JOINS =
  'JOIN topic t ON t.id = p.topic_id JOIN consultation c ON c.id = t.consultation_id';

/** Whether whoever asks may know of the message at all: what is held is its author's own. */
const VISIBLE = `(p.status <> 'HELD' OR p.author_id = $1)`;

/** These messages, in any order; those one may not know of are left out. */
export function findPosts(
  database: DataSource,
  viewer: string | null,
  ids: readonly string[],
): Promise<(FoundPost & TopicContext)[]> {
  const text = `
    SELECT ${keySql(SORTINGS.OLDEST, 'p')} AS key, ${POST_COLUMNS}, ${CONTEXT_COLUMNS}
    FROM unnest($2::uuid[]) AS asked (id) JOIN post p ON p.id = asked.id ${CONTEXT_JOINS}
    WHERE ${VISIBLE}`;
  return runPrepared(database, { name: 'forum-posts', text }, [viewer, ids]);
}

export interface ThreadAsked {
  readonly topicId: string;
  readonly order: Order;
  /** Read on after this place, or back from it. */
  readonly from: Place | null;
  readonly isBackwards: boolean;
  readonly limit: number;
  readonly onlyPropositions: boolean;
}

/** A page of replies to a topic, `limit` at most, in the order they were walked through. */
export function listReplies(
  database: DataSource,
  viewer: string | null,
  { topicId, order, from, isBackwards, limit, onlyPropositions }: ThreadAsked,
): Promise<FoundPost[]> {
  const sorting = isBackwards ? reversed(SORTINGS[order]) : SORTINGS[order];
  const filters = [
    // Each as the index that serves the order has it.
    sorting.column === 'created_at' ? 'p.parent_id = $2' : 'p.topic_id = $2 AND p.depth = 1',
    onlyPropositions ? 'p.is_proposition' : 'true',
    from ? afterSql(sorting, 'p', '$4', '$5') : 'true',
  ];
  const text = `
    SELECT ${keySql(sorting, 'p')} AS key, ${POST_COLUMNS}
    FROM post p WHERE ${filters.join(' AND ')} AND ${VISIBLE}
    ORDER BY ${orderSql(sorting, 'p')} LIMIT $3`;
  const name = ['forum-thread', order, isBackwards, onlyPropositions, from !== null].join('-');
  return runPrepared(database, { name, text }, [
    viewer,
    topicId,
    limit,
    ...(from ? [from.key, from.id] : []),
  ]);
}

/** What services wrote: in a whole consultation, a theme of it, or one topic. */
export interface OfficialScope {
  readonly of: 'consultation' | 'theme' | 'topic';
  readonly id: string;
}

const OFFICIAL: Record<OfficialScope['of'], string> = {
  consultation: 't.consultation_id',
  theme: 't.theme_id',
  topic: 'p.depth > 0 AND p.topic_id',
};
const officialIn = (of: OfficialScope['of'], id: string) =>
  `p.service_id IS NOT NULL AND p.status = 'PUBLISHED' AND t.status = 'PUBLISHED' AND ${OFFICIAL[of]} = ${id}`;

/** A page of what services wrote, the latest first; in one topic its replies alone, the oldest first, as it is read. */
export function listOfficial(
  database: DataSource,
  viewer: string | null,
  { of, id }: OfficialScope,
  after: Place | null,
  limit: number,
): Promise<(FoundPost & TopicContext)[]> {
  const sorting = SORTINGS[of === 'topic' ? 'OLDEST' : 'RECENT'];
  const text = `
    SELECT ${keySql(sorting, 'p')} AS key, ${POST_COLUMNS}, ${CONTEXT_COLUMNS}
    FROM post p ${CONTEXT_JOINS}
    WHERE ${officialIn(of, '$2')} AND ${after ? afterSql(sorting, 'p', '$4', '$5') : 'true'}
    ORDER BY ${orderSql(sorting, 'p')} LIMIT $3`;
  const name = `forum-official-${of}-${after ? 'after' : 'first'}`;
  return runPrepared(database, { name, text }, [viewer, id, limit, ...(after ? [after.key, after.id] : [])]);
}

/** How many of them there are. */
export async function countOfficial(database: DataSource, { of, id }: OfficialScope): Promise<number> {
  const text = `
    SELECT count(*)::int AS count FROM post p JOIN topic t ON t.id = p.topic_id WHERE ${officialIn(of, '$1')}`;
  const name = `forum-official-count-${of}`;
  const [row] = await runPrepared<{ count: number }>(database, { name, text }, [id]);
  return row?.count ?? 0;
}

/** A page of what somebody wrote and did not delete, the latest first; `limit` at most. */
export function listWritten(
  database: DataSource,
  author: string,
  after: Place | null,
  limit: number,
): Promise<(FoundPost & TopicContext)[]> {
  const sorting = SORTINGS.RECENT;
  const text = `
    SELECT ${keySql(sorting, 'p')} AS key, ${POST_COLUMNS}, ${CONTEXT_COLUMNS}
    FROM post p ${CONTEXT_JOINS}
    WHERE p.author_id = $1 AND p.status <> 'DELETED' AND ${after ? afterSql(sorting, 'p', '$3', '$4') : 'true'}
    ORDER BY ${orderSql(sorting, 'p')} LIMIT $2`;
  return database.query(text, [author, limit, ...(after ? [after.key, after.id] : [])]);
}

/** How much somebody wrote and did not delete. */
export async function countWritten(database: DataSource, author: string): Promise<number> {
  const [row] = await database.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM post WHERE author_id = $1 AND status <> 'DELETED'`,
    [author],
  );
  return row.count;
}

export interface RepliesAsked {
  /** The message they answer; or, with `wholeBranch`, the reply to the topic they hang under, however deep. */
  readonly parentId: string;
  readonly after: Place | null;
  readonly limit: number;
}

/** The oldest replies to each of many messages, in one statement; `at` counts from 1 which asking they answer. */
export function listRepliesOfMany(
  database: DataSource,
  viewer: string | null,
  asked: readonly RepliesAsked[],
  wholeBranch: boolean,
): Promise<(FoundPost & { readonly at: number })[]> {
  const sorting = SORTINGS.OLDEST;
  const text = `
    SELECT asked.at::int, ${keySql(sorting, 'p')} AS key, ${POST_COLUMNS}
    FROM unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::int[])
      WITH ORDINALITY AS asked (parent_id, after_key, after_id, size, at)
    CROSS JOIN LATERAL (
      SELECT * FROM post p
      WHERE p.${wholeBranch ? 'branch_id' : 'parent_id'} = asked.parent_id AND ${VISIBLE}
        AND (asked.after_id IS NULL OR ${afterSql(sorting, 'p', 'asked.after_key', 'asked.after_id')})
      ORDER BY ${orderSql(sorting, 'p')} LIMIT asked.size
    ) p
    ORDER BY ${orderSql(sorting, 'p')}`;
  return runPrepared(database, { name: wholeBranch ? 'forum-branches' : 'forum-replies-of-many', text }, [
    viewer,
    asked.map(({ parentId }) => parentId),
    asked.map(({ after }) => after?.key ?? null),
    asked.map(({ after }) => after?.id ?? null),
    asked.map(({ limit }) => limit),
  ]);
}

/** The messages a message hangs under, from the topic's opening one down; empty for one that is not there. */
export async function ancestorsOf(database: DataSource, id: string): Promise<string[]> {
  const rows = await database.query<{ id: string }[]>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, depth FROM post WHERE id = $1
       UNION ALL
       SELECT p.id, p.parent_id, p.depth FROM post p JOIN up ON p.id = up.parent_id
     )
     SELECT id FROM up WHERE id <> $1 ORDER BY depth`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** The key of a reply's place in an order of its topic; null when it is no reply to that topic. */
export async function keyOf(
  database: DataSource,
  topicId: string,
  order: Order,
  id: string,
): Promise<string | null> {
  const [row] = await database.query<{ key: string }[]>(
    `SELECT ${keySql(SORTINGS[order], 'p')} AS key FROM post p WHERE p.id = $1 AND p.parent_id = $2`,
    [id, topicId],
  );
  return row?.key ?? null;
}
