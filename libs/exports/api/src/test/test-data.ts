import { randomUUID } from 'node:crypto';
import { profileOf, type CleanResponse, type Definition } from '@preau/questionnaire-domain';
import type { TestApi } from '@preau/testing';

export interface TestResponse {
  readonly id: string;
  readonly version: number;
  readonly clean: CleanResponse;
}

/** A questionnaire with these versions, in a consultation called `essai-<8 characters>`. */
export async function aQuestionnaire(
  { database }: TestApi,
  definitions: readonly Definition[],
): Promise<{ id: string; consultation: string }> {
  const [id, consultationId] = [randomUUID(), randomUUID()];
  const consultation = `essai-${id.slice(0, 8)}`;
  await database.query(
    `INSERT INTO consultation (id, slug, title, summary, opens_at, closes_at)
     VALUES ($1, $2, 'Un essai', 'Un résumé', now() - interval '1 day', now() + interval '1 day')`,
    [consultationId, consultation],
  );
  await database.query(
    `INSERT INTO questionnaire (id, consultation_id, slug, title, status, current_version, opens_at, closes_at)
     VALUES ($1, $2, 'questionnaire', 'Un essai', 'PUBLISHED', $3, now() - interval '1 day', now() + interval '1 day')`,
    [id, consultationId, definitions.length],
  );
  for (const [index, definition] of definitions.entries()) {
    await database.query(
      'INSERT INTO questionnaire_version (questionnaire_id, version, definition) VALUES ($1, $2, $3)',
      [id, index + 1, JSON.stringify(definition)],
    );
  }
  return { id, consultation };
}

export async function insertResponses(
  { database }: TestApi,
  questionnaireId: string,
  responses: readonly TestResponse[],
  definitions: readonly Definition[],
): Promise<void> {
  const rows = responses.map(({ id, version, clean }) => {
    const definition = definitions[version - 1];
    if (!definition) throw new Error(`no version ${version}`);
    return { id, version, ...clean, ...profileOf(definition, clean.answers) };
  });
  await database.query(
    `INSERT INTO response (id, questionnaire_id, version, answers, skipped, day, channel, role, academie, level)
     SELECT id, $1, version, answers, skipped, '2026-11-20', 'web', role, academie, level
     FROM jsonb_to_recordset($2)
       AS r(id uuid, version int, answers jsonb, skipped text[], role text, academie text, level text)`,
    [questionnaireId, JSON.stringify(rows)],
  );
}

/** More answers than the sockets and buffers of a download hold together: it is under way until its reader has read. */
export async function insertBulk(
  { database }: TestApi,
  questionnaireId: string,
  code: string,
): Promise<number> {
  const rows = 4_000;
  await database.query(
    `INSERT INTO response (id, questionnaire_id, version, answers, skipped, day, channel, role, academie, level)
     SELECT gen_random_uuid(), $1, 1, jsonb_build_object($2::text, repeat('à', 5000)), '{}', '2026-11-20', 'web', '_', '_', '_'
     FROM generate_series(1, $3::int)`,
    [questionnaireId, code, rows],
  );
  return rows;
}
