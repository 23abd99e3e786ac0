import type { EntityManager } from 'typeorm';

/** A message as search needs it. */
export interface ReadPost {
  readonly id: string;
  readonly topicId: string;
  readonly depth: number;
  readonly consultationId: string;
  readonly themeId: string;
  readonly title: string;
  readonly body: string;
  readonly at: Date;
}

const COLUMNS = `p.id, p.topic_id AS "topicId", p.depth, t.consultation_id AS "consultationId", t.theme_id AS "themeId",
  t.title, p.body, p.created_at AS at`;
const READABLE = `post p JOIN topic t ON t.id = p.topic_id WHERE p.status = 'PUBLISHED' AND t.status = 'PUBLISHED'`;

/** Those of these messages that everybody can read. */
export function findReadable(tx: EntityManager, ids: readonly string[]): Promise<ReadPost[]> {
  return tx.query<ReadPost[]>(`SELECT ${COLUMNS} FROM ${READABLE} AND p.id = ANY($1) ORDER BY p.id`, [ids]);
}

const ofKind = (isTopic: boolean) => `p.depth ${isTopic ? '=' : '>'} 0`;

export async function countReadable(tx: EntityManager, isTopic: boolean): Promise<number> {
  const [row] = await tx.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM ${READABLE} AND ${ofKind(isTopic)}`,
  );
  return row.count;
}

/** Topics, or replies, that everybody can read, by rising id from after one. */
export function pageOfReadable(
  tx: EntityManager,
  isTopic: boolean,
  after: string | null,
  limit: number,
): Promise<ReadPost[]> {
  return tx.query<ReadPost[]>(
    `SELECT ${COLUMNS} FROM ${READABLE} AND ${ofKind(isTopic)} AND ($1::uuid IS NULL OR p.id > $1)
     ORDER BY p.id LIMIT $2`,
    [after, limit],
  );
}

/** The next ids of the messages of a topic. */
export async function nextOfTopic(
  tx: EntityManager,
  topicId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT id FROM post WHERE topic_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3',
    [topicId, after, limit],
  );
  return rows.map(({ id }) => id);
}

const key = (id: string, of: 'post' | 'topic') => `hashtextextended('found ${of} ' || ${id}, 0)`;

/**
 * Until the end of the transaction nobody else writes what is found of these messages: what is read now is what is written, and
 * what is hidden meanwhile is hidden after. Nothing that writes messages waits here.
 */
export async function lockFound(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock_shared(key) FROM (
       SELECT DISTINCT ${key('topic_id', 'topic')} AS key FROM post WHERE id = ANY($1) ORDER BY 1) AS keys`,
    [ids],
  );
  await tx.query(
    `SELECT pg_advisory_xact_lock(key) FROM (SELECT ${key('id', 'post')} AS key FROM unnest($1::text[]) AS id ORDER BY 1) AS keys`,
    [ids],
  );
}

/** The same of all the messages of a topic, which is hidden or put back as a whole. */
export async function lockFoundTopic(tx: EntityManager, topicId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${key('$1::text', 'topic')})`, [topicId]);
}
