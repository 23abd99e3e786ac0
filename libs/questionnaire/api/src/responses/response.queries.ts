import type { CleanResponse, Profile } from '@preau/questionnaire-domain';
import { runPrepared, type Statement } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';

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

const INSERT: Statement = {
  name: 'insert-responses',
  text: `
    WITH sent AS MATERIALIZED (
      SELECT rows.*
      FROM json_to_recordset($1) AS rows (
        id uuid, questionnaire_id uuid, version int, answers jsonb, skipped text[], day date,
        role text, academie text, level text, device bytea, draft bytea
      )
      JOIN questionnaire ON questionnaire.id = rows.questionnaire_id
      WHERE status = 'PUBLISHED' AND now() >= opens_at AND now() < closes_at
    ), marked AS (
      INSERT INTO participation_token (questionnaire_id, token_hash)
      SELECT questionnaire_id, device FROM sent WHERE device IS NOT NULL
      ON CONFLICT DO NOTHING
      RETURNING token_hash
    ), written AS (
      INSERT INTO response (id, questionnaire_id, version, answers, skipped, day, channel, role, academie, level)
      SELECT id, questionnaire_id, version, answers, skipped, day, 'web', role, academie, level
      FROM sent
      WHERE device IS NULL OR device IN (SELECT token_hash FROM marked)
      ON CONFLICT (id) DO NOTHING
      RETURNING id, questionnaire_id
    ), queued AS (
      INSERT INTO response_pending (response_id, questionnaire_id) SELECT id, questionnaire_id FROM written
    ), ended AS (
      DELETE FROM draft WHERE token_hash IN (SELECT draft FROM sent JOIN written USING (id))
    )
    SELECT id FROM written`,
};

/**
 * The whole of some submissions in one statement, so one round trip and one commit: the devices' marks, the responses,
 * their places in the queue of the tallies, the end of their drafts. The database has the last word on whether a
 * questionnaire is open, on ids and on devices. No two of them share an id or a device. Returns the ids written now.
 */
export async function insertResponses(
  database: DataSource,
  responses: readonly NewResponse[],
): Promise<ReadonlySet<string>> {
  const rows = responses.map(({ clean, profile, deviceHash, draftHash, questionnaireId, ...response }) => ({
    ...response,
    ...clean,
    ...profile,
    questionnaire_id: questionnaireId,
    device: hex(deviceHash),
    draft: hex(draftHash),
  }));
  const written = await runPrepared<{ id: string }>(database, INSERT, [JSON.stringify(rows)]);
  return new Set(written.map(({ id }) => id));
}

const hex = (hash: Buffer | null) => hash && `\\x${hash.toString('hex')}`;

/** Whether a questionnaire takes answers at this moment, by the clock of the database. */
export async function takesAnswers(tx: EntityManager, questionnaireId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM questionnaire
     WHERE id = $1 AND status = 'PUBLISHED' AND now() >= opens_at AND now() < closes_at`,
    [questionnaireId],
  );
  return rows.length > 0;
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
