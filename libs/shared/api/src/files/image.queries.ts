import { UNUSED_IMAGE_HOURS, type ImagesSent } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { ImageRow } from './image.entity';

type Sql = DataSource | EntityManager;

export type NewImage = Pick<ImageRow, 'id' | 'name' | 'digest' | 'width' | 'height' | 'bytes'> & {
  readonly accountId: string;
};

/** One image of one person is judged at a time: the quota of those that come together is the same as one by one. */
export async function lockSender(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('images ' || $1, 0))`, [accountId]);
}

export async function sentBy(sql: Sql, accountId: string): Promise<ImagesSent> {
  const [sent] = await sql.query<ImagesSent[]>(
    `SELECT count(*) FILTER (WHERE created_at > now() - interval '1 day')::int AS "ofToday",
       coalesce(sum(bytes), 0)::float8 AS bytes
     FROM image WHERE account_id = $1`,
    [accountId],
  );
  return sent ?? { ofToday: 0, bytes: 0 };
}

/** False when there is one of that id. */
export async function insertImage(tx: EntityManager, image: NewImage): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `INSERT INTO image (id, account_id, name, digest, width, height, bytes, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + interval '${String(UNUSED_IMAGE_HOURS)} hours')
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [image.id, image.accountId, image.name, image.digest, image.width, image.height, image.bytes],
  );
  return rows.length > 0;
}

/** Takes images that have expired from whoever could still use them, `limit` at most, and says which files are to go. */
export async function expireImages(
  tx: EntityManager,
  limit: number,
): Promise<Pick<ImageRow, 'id' | 'name' | 'width'>[]> {
  return tx.query(
    `SELECT id, name, width FROM image WHERE expires_at <= now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
}
