import type { EntityManager } from 'typeorm';

export interface FigureOfPosts {
  readonly consultationId: string;
  readonly posts: number;
}

/** Writes the figures of messages of consultations that are not reported yet, where they have changed. */
export async function writePosts(
  tx: EntityManager,
  figures: readonly FigureOfPosts[],
  asOf: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO participation (consultation_id, posts, as_of)
     SELECT c.id, given.posts, $3
     FROM unnest($1::uuid[], $2::int[]) AS given (id, posts)
     JOIN consultation c ON c.id = given.id AND c.reported_at IS NULL
     LEFT JOIN participation p ON p.consultation_id = c.id
     WHERE coalesce(p.posts, 0) <> given.posts ORDER BY c.id
     ON CONFLICT (consultation_id) DO UPDATE SET posts = excluded.posts, as_of = excluded.as_of`,
    [figures.map(({ consultationId }) => consultationId), figures.map(({ posts }) => posts), asOf],
  );
}

/** Writes the figure of responses of a consultation that is not reported yet, whether or not it has figures. */
export async function writeResponses(
  tx: EntityManager,
  consultationId: string,
  responses: number,
  asOf: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO participation (consultation_id, responses, as_of)
     SELECT id, $2, $3 FROM consultation WHERE id = $1 AND reported_at IS NULL
     ON CONFLICT (consultation_id) DO UPDATE SET responses = excluded.responses, as_of = excluded.as_of`,
    [consultationId, responses, asOf],
  );
}
