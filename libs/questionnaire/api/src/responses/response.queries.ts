import type { CleanResponse, Profile } from '@preau/questionnaire-domain';
import type { EntityManager } from 'typeorm';

export interface NewResponse {
  readonly id: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly clean: CleanResponse;
  readonly profile: Profile;
  readonly day: string;
  readonly deviceHash: Buffer | null;
  readonly draftHash: Buffer | null;
}

/**
 * The whole of a submission in one statement, so one round trip and one commit: the device's mark, the response,
 * its place in the queue of the tallies, the end of its draft. The database has the last word on whether the
 * questionnaire is open, on the id and on the device. True when the response was written now.
 */
export async function insertResponse(tx: EntityManager, response: NewResponse): Promise<boolean> {
  const rows = await tx.query<{ written: boolean }[]>(
    `WITH open AS (
       SELECT id FROM questionnaire
       WHERE id = $2 AND status = 'PUBLISHED' AND now() >= opens_at AND now() < closes_at
     ), device AS (
       INSERT INTO participation_token (questionnaire_id, token_hash)
       SELECT id, $11 FROM open WHERE $11::bytea IS NOT NULL
       ON CONFLICT DO NOTHING
       RETURNING 1
     ), written AS (
       INSERT INTO response (id, questionnaire_id, version, answers, skipped, day, channel, role, academie, level)
       SELECT $1, id, $3, $4, $5, $6, 'web', $7, $8, $9 FROM open
       WHERE $11::bytea IS NULL OR EXISTS (SELECT FROM device)
       ON CONFLICT (id) DO NOTHING
       RETURNING id
     ), queued AS (
       INSERT INTO response_pending (response_id, questionnaire_id) SELECT id, $2 FROM written
     ), sent AS (
       DELETE FROM draft WHERE token_hash = $10 AND EXISTS (SELECT FROM written)
     )
     SELECT EXISTS (SELECT FROM written) AS written`,
    [
      response.id,
      response.questionnaireId,
      response.version,
      JSON.stringify(response.clean.answers),
      response.clean.skipped,
      response.day,
      response.profile.role,
      response.profile.academie,
      response.profile.level,
      response.draftHash,
      response.deviceHash,
    ],
  );
  return rows[0]?.written ?? false;
}

/**
 * Replaces a response's answers and queues it for the tallies again. The update on conflict locks a row that waits
 * already, so that no batch removes it having read the answers from before this transaction commits.
 */
export async function replaceAnswers(
  tx: EntityManager,
  id: string,
  questionnaireId: string,
  earlier: CleanResponse,
  { clean, profile }: { clean: CleanResponse; profile: Profile },
): Promise<void> {
  await tx.query(
    `UPDATE response SET answers = $2, skipped = $3, role = $4, academie = $5, level = $6 WHERE id = $1`,
    [id, JSON.stringify(clean.answers), clean.skipped, profile.role, profile.academie, profile.level],
  );
  await tx.query(
    `INSERT INTO response_pending (response_id, questionnaire_id, counted) VALUES ($1, $2, $3)
     ON CONFLICT (response_id) DO UPDATE SET response_id = excluded.response_id`,
    [id, questionnaireId, JSON.stringify(earlier)],
  );
}
