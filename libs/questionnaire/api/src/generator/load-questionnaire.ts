import { canonicalJson, parseDefinition, type Definition } from '@preau/questionnaire-domain';
import { transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { questionnaireChanged } from '../definitions/definition-store';
import type { QuestionnaireStatus } from '../definitions/questionnaire.entity';
import { writeSections } from '../found-sections/write-sections';

export interface QuestionnaireToLoad {
  readonly consultationId: string;
  readonly slug: string;
  readonly title: string;
  readonly definition: unknown;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly status: QuestionnaireStatus;
}

/**
 * Writes a questionnaire, found again by its slug, and publishes its definition when it is not the current one already:
 * loading the same twice changes nothing. Returns its id. Throws when the definition has a fault.
 */
export async function loadQuestionnaire(database: DataSource, given: QuestionnaireToLoad): Promise<string> {
  const parsed = parseDefinition(given.definition);
  if (!parsed.ok) throw new Error(`${given.slug}: ${JSON.stringify(parsed.faults)}`);
  return transaction(database, async (tx) => {
    const [row] = await tx.query<{ id: string; version: number }[]>(
      `INSERT INTO questionnaire (consultation_id, slug, title, status, opens_at, closes_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (consultation_id, slug) DO UPDATE
         SET title = excluded.title, status = excluded.status, opens_at = excluded.opens_at, closes_at = excluded.closes_at
       RETURNING id, current_version AS version`,
      [given.consultationId, given.slug, given.title, given.status, given.opensAt, given.closesAt],
    );
    if (!row) throw new Error(`${given.slug}: not written`);
    await publishVersion(tx, row.id, row.version, parsed.definition);
    await writeSections(tx, row.id);
    await tx.query(`SELECT pg_notify('preau_changed', $1)`, [questionnaireChanged(row.id)]);
    return row.id;
  });
}

async function publishVersion(tx: EntityManager, id: string, current: number, definition: Definition) {
  const [known] = await tx.query<{ definition: Definition }[]>(
    'SELECT definition FROM questionnaire_version WHERE questionnaire_id = $1 AND version = $2',
    [id, current],
  );
  if (known && canonicalJson(known.definition) === canonicalJson(definition)) return;
  await tx.query(
    'INSERT INTO questionnaire_version (questionnaire_id, version, definition) VALUES ($1, $2, $3)',
    [id, current + 1, JSON.stringify(definition)],
  );
  await tx.query('UPDATE questionnaire SET current_version = $2 WHERE id = $1', [id, current + 1]);
}
