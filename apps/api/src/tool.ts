import { ConfigError, readConfig } from '@preau/shared-api';
import { DataSource } from 'typeorm';
import { failure } from './process';

/** What was asked cannot be done; the message says so to whoever typed the command. */
export class UsageError extends Error {}

/** Runs a command-line tool on the database, with the rights of the API (or of the tables' owner) and nothing of its web server. */
export function runTool(work: (database: DataSource) => Promise<void>, { asOwner = false } = {}): void {
  const run = async () => {
    const { DATABASE_URL, DATABASE_OWNER_URL } = readConfig();
    const url = asOwner ? DATABASE_OWNER_URL : DATABASE_URL;
    if (url === undefined)
      throw new UsageError('Il manque DATABASE_OWNER_URL, le rôle propriétaire des tables.');
    const database = new DataSource({
      type: 'postgres',
      url,
      applicationName: 'preau-tool',
    });
    await database.initialize();
    try {
      await work(database);
    } finally {
      await database.destroy();
    }
  };
  run().catch((error: unknown) => {
    failure(error instanceof ConfigError || error instanceof UsageError ? error.message : error);
  });
}

export interface FoundQuestionnaire {
  readonly id: string;
  readonly name: string;
}

/** Questionnaires by `consultation/slug` or by slug; all published ones when none is named, oldest consultation last. */
export async function questionnairesNamed(
  database: DataSource,
  name: string | undefined,
): Promise<FoundQuestionnaire[]> {
  const found = await database.query<FoundQuestionnaire[]>(
    `SELECT questionnaire.id, consultation.slug || '/' || questionnaire.slug AS name
     FROM questionnaire JOIN consultation ON consultation.id = consultation_id
     WHERE CASE WHEN $1::text IS NULL THEN current_version > 0
                ELSE $1 IN (questionnaire.slug, consultation.slug || '/' || questionnaire.slug) END
     ORDER BY questionnaire.opens_at DESC, name`,
    [name ?? null],
  );
  if (found.length === 0) throw new UsageError(`Aucun questionnaire ${name ? `« ${name} »` : 'publié'}.`);
  return found;
}
