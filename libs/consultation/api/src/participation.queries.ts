import type { EntityManager } from 'typeorm';

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
