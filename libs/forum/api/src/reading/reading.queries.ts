import { UNREAD_MAX } from '@preau/forum-domain';
import { runPrepared } from '@preau/shared-api';
import type { DataSource } from 'typeorm';

/** Moves somebody's place in a topic forwards to a message of it; false when it is none they may know of. */
export async function moveForwards(
  database: DataSource,
  accountId: string,
  topicId: string,
  postId: string,
): Promise<boolean> {
  const [row] = await database.query<{ found: number }[]>(
    `WITH found AS (
       SELECT created_at FROM post WHERE id = $3 AND topic_id = $2 AND (status <> 'HELD' OR author_id = $1)
     ), moved AS (
       INSERT INTO topic_read (account_id, topic_id, read_until) SELECT $1, $2, created_at FROM found
       ON CONFLICT (account_id, topic_id) DO UPDATE SET read_until = excluded.read_until
       WHERE excluded.read_until > topic_read.read_until
     )
     SELECT count(*)::int AS found FROM found`,
    [accountId, topicId, postId],
  );
  return row?.found === 1;
}

export interface ReadPlace {
  readonly topicId: string;
  readonly readUntil: Date;
  /** Published messages of others that came since, `UNREAD_MAX` at most. */
  readonly unread: number;
  /** The first of them. */
  readonly firstUnreadId: string | null;
}

/** How far somebody has read in these topics; nothing of those they have not opened. */
export function findReadPlaces(
  database: DataSource,
  accountId: string,
  topicIds: readonly string[],
): Promise<ReadPlace[]> {
  const unread = `post p
    WHERE p.topic_id = r.topic_id AND p.created_at > r.read_until AND p.status = 'PUBLISHED' AND p.author_id <> $1`;
  const text = `
    SELECT r.topic_id AS "topicId", r.read_until AS "readUntil",
      (SELECT count(*)::int FROM (SELECT FROM ${unread} LIMIT ${UNREAD_MAX}) new) AS unread,
      (SELECT p.id FROM ${unread} ORDER BY p.created_at, p.id LIMIT 1) AS "firstUnreadId"
    FROM topic_read r WHERE r.account_id = $1 AND r.topic_id = ANY($2)`;
  return runPrepared(database, { name: 'forum-read-places', text }, [accountId, topicIds]);
}
