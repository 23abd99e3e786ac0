import type { EntityManager } from 'typeorm';

/** Messages that wait to be told of; twice is once. */
export async function addFresh(tx: EntityManager, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  await tx.query('INSERT INTO fresh_post (post_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [
    postIds,
  ]);
}

/** Takes those that have waited longest out of the list; they are back in it if the transaction fails. Others at the same work take others. */
export async function takeFresh(tx: EntityManager, limit: number): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `DELETE FROM fresh_post WHERE post_id IN (
       SELECT post_id FROM fresh_post ORDER BY at LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING post_id AS id`,
    [limit],
  );
  return rows.map(({ id }) => id);
}
