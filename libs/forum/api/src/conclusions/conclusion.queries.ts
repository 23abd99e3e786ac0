import type { Cited, FoundCited } from '@preau/forum-domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Place } from '../posts/post-order';

export interface FoundVersion extends Place {
  readonly topicId: string;
  readonly body: string | null;
  readonly serviceId: string | null;
  readonly publishedAt: Date;
}

/** A page of what was published, the latest first. */
export function listVersions(
  database: DataSource,
  topicId: string,
  after: Place | null,
  limit: number,
): Promise<FoundVersion[]> {
  return database.query<FoundVersion[]>(
    `SELECT id, (extract(epoch FROM published_at) * 1000000)::bigint::text AS key, topic_id AS "topicId", body,
       service_id AS "serviceId", published_at AS "publishedAt"
     FROM conclusion
     WHERE topic_id = $1 AND published_at IS NOT NULL AND ($3::uuid IS NULL
       OR (published_at, id) < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3))
     ORDER BY published_at DESC, id DESC LIMIT $4`,
    [topicId, after?.key ?? null, after?.id ?? null, limit],
  );
}

export async function countVersions(database: DataSource, topicId: string): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM conclusion WHERE topic_id = $1 AND published_at IS NOT NULL',
    [topicId],
  );
  return row?.count ?? 0;
}

export interface FoundDraft {
  readonly body: string;
  readonly serviceId: string | null;
  readonly revision: number;
  readonly savedAt: Date;
}

export async function findDraft(
  database: DataSource | EntityManager,
  topicId: string,
): Promise<FoundDraft | null> {
  const [row] = await database.query<FoundDraft[]>(
    `SELECT body, service_id AS "serviceId", revision, saved_at AS "savedAt" FROM conclusion
     WHERE topic_id = $1 AND published_at IS NULL`,
    [topicId],
  );
  return row ?? null;
}

/** Saves the draft of a topic that is locked, or throws it away. */
export async function writeDraft(
  tx: EntityManager,
  { topicId, serviceId, body }: { topicId: string; serviceId: string | null; body: string | null },
): Promise<void> {
  if (body === null)
    await tx.query('DELETE FROM conclusion WHERE topic_id = $1 AND published_at IS NULL', [topicId]);
  else
    await tx.query(
      `INSERT INTO conclusion (topic_id, service_id, body) VALUES ($1, $2, $3)
       ON CONFLICT (topic_id) WHERE published_at IS NULL DO UPDATE
       SET service_id = excluded.service_id, body = excluded.body, revision = conclusion.revision + 1, saved_at = now()`,
      [topicId, serviceId, body],
    );
}

/** What a topic that is locked concludes from now on; null takes it back. */
export async function writeConclusion(
  tx: EntityManager,
  topicId: string,
  serviceId: string,
  body: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE topic SET conclusion = $2::text, concluded_at = CASE WHEN $2 IS NOT NULL THEN now() END,
       concluded_by = CASE WHEN $2 IS NOT NULL THEN $3::uuid END WHERE id = $1`,
    [topicId, body, serviceId],
  );
  await tx.query(
    'INSERT INTO conclusion (topic_id, service_id, body, published_at) VALUES ($1, $2, $3, now())',
    [topicId, serviceId, body],
  );
}

/** What there is under the ids that a text cites. */
export async function findCited(
  tx: EntityManager,
  cited: readonly Cited[],
): Promise<ReadonlyMap<string, FoundCited>> {
  const found = await tx.query<(FoundCited & { readonly id: string })[]>(
    'SELECT id, topic_id AS "topicId", status FROM post WHERE id = ANY($1::uuid[])',
    [cited.map(({ postId }) => postId)],
  );
  return new Map(found.map((post) => [post.id, post]));
}
