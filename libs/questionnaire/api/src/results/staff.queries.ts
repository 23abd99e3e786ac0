import type { EntityManager } from 'typeorm';
import type { StaffParticipation } from './staff.types';

/** Ids of questionnaires, those that open last first, from after one of them. */
export async function questionnairePage(
  tx: EntityManager,
  limit: number,
  after: string | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM questionnaire
     WHERE $2::uuid IS NULL OR (opens_at, id) < (SELECT opens_at, id FROM questionnaire WHERE id = $2)
     ORDER BY opens_at DESC, id DESC LIMIT $1`,
    [limit, after],
  );
  return rows.map(({ id }) => id);
}

export async function readParticipation(
  tx: EntityManager,
  questionnaireId: string,
): Promise<StaffParticipation> {
  const [row] = await tx.query<(Omit<StaffParticipation, 'asOf'> & { asOf: Date | null })[]>(
    `SELECT
       (SELECT nullif(tallied_at, 'epoch') FROM result_state WHERE questionnaire_id = $1) AS "asOf",
       (SELECT count(*)::int FROM draft WHERE questionnaire_id = $1) AS drafts,
       (SELECT coalesce(sum(responses), 0)::int FROM response_day WHERE questionnaire_id = $1) AS total,
       (SELECT coalesce(json_agg(json_build_object('day', day, 'responses', responses) ORDER BY day), '[]')
        FROM response_day WHERE questionnaire_id = $1) AS days`,
    [questionnaireId],
  );
  return { days: [], drafts: 0, total: 0, ...row, asOf: row?.asOf ?? new Date() };
}
