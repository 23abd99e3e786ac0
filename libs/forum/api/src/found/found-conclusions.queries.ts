import type { EntityManager } from 'typeorm';

/** What is concluded from a topic, as search needs it. */
export interface ReadConclusion {
  readonly topicId: string;
  readonly consultationId: string;
  readonly themeId: string;
  readonly body: string;
  readonly at: Date;
}

const COLUMNS = `t.id AS "topicId", t.consultation_id AS "consultationId", t.theme_id AS "themeId", t.conclusion AS body,
  t.concluded_at AS at`;
const READABLE = `topic t WHERE t.conclusion IS NOT NULL AND t.status = 'PUBLISHED'`;

/** That of a topic which everybody can read; null when there is none. */
export async function findConclusion(tx: EntityManager, topicId: string): Promise<ReadConclusion | null> {
  const [row] = await tx.query<ReadConclusion[]>(`SELECT ${COLUMNS} FROM ${READABLE} AND t.id = $1`, [
    topicId,
  ]);
  return row ?? null;
}

export async function countConclusions(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${READABLE}`);
  return row.count;
}

/** By rising id of their topics, which are locked: none is hidden or concluded anew before what is read now is written. */
export function pageOfConclusions(
  tx: EntityManager,
  after: string | null,
  limit: number,
): Promise<ReadConclusion[]> {
  return tx.query<ReadConclusion[]>(
    `SELECT ${COLUMNS} FROM ${READABLE} AND ($1::uuid IS NULL OR t.id > $1) ORDER BY t.id LIMIT $2 FOR SHARE OF t`,
    [after, limit],
  );
}
