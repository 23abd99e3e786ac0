import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFrom, ensureBuilt } from './build.ts';
import { onStop } from '../run/command.ts';
import { requireSpace } from '../run/disk.ts';
import { startPostgres } from '../postgres/embedded-postgres.ts';
import { requireDatabase } from '../postgres/existing-database.ts';
import { currentRun, holdFolder, type Hold } from '../run/folder-lock.ts';
import { inRoot } from '../run/paths.ts';
import { readSecrets, urlsOf } from '../postgres/postgres-secrets.ts';
import { programEnvironment, runQuietly } from '../run/program.ts';
import type { Settings } from './settings.ts';
import { say, step } from '../run/terminal.ts';

/** What the application's programs need: their environment, and the owner's address for those that may have it. */
export type Site = {
  readonly env: NodeJS.ProcessEnv;
  readonly ownerUrl: string;
  /** What this process holds; null when another command, which goes on, runs the database. */
  readonly hold: Hold | null;
  /** Resolves when the embedded database ends by itself; never with an existing one. */
  readonly databaseEnded: Promise<number>;
};

type SiteOptions = {
  readonly command: string;
  readonly dataDir: string;
  readonly settings: Settings;
  /** Work with the database of a running `npm start` rather than refuse because it runs. */
  readonly join: boolean;
};

/** Brings everything up but the servers: database, build, tables, demonstration data. Undone when the command ends. */
export async function prepareSite(options: SiteOptions): Promise<Site> {
  const { command, dataDir, settings } = options;
  requireSpace(dataDir);
  if (options.join) {
    const urls = settings.database ?? urlsOfReadySite(dataDir);
    if (urls) {
      await ensureBuilt();
      return { ...siteOf(options, urls), hold: null, databaseEnded: never };
    }
  }
  const hold = holdFolder(dataDir, command);
  onStop(hold.release);
  const { urls, ended } = settings.database
    ? { urls: await enterDatabase(settings.database), ended: never }
    : await embedDatabase(dataDir, hold);
  await ensureBuilt();
  const site = siteOf(options, urls);
  await step('Mise à jour des tables', () =>
    runQuietly(
      'tables',
      process.execPath,
      [inRoot('migrations/migrate.ts')],
      { ...site.env, DATABASE_OWNER_URL: urls.ownerUrl },
      'La mise à jour des tables a échoué.',
    ),
  );
  if (settings.demo) await loadDemonstration(site.env, settings.database ? null : dataDir);
  hold.tell({ ready: true });
  return { ...site, hold, databaseEnded: ended };
}

/**
 * The demonstration follows the calendar, so it is looked at again each day (and after each build). The mark of the day is
 * inside the cluster's folder, to be lost with it; an existing database has none.
 */
async function loadDemonstration(env: NodeJS.ProcessEnv, dataDir: string | null): Promise<void> {
  const mark = dataDir && join(dataDir, 'postgres/preau-demonstration');
  const today = `${new Date().toISOString().slice(0, 10)} ${builtFrom()}`;
  if (mark && existsSync(mark) && readFileSync(mark, 'utf8') === today) return;
  await step('Données de démonstration', () =>
    runQuietly(
      'demonstration',
      process.execPath,
      [inRoot('dist/api/demo.js')],
      env,
      'Les données de démonstration n’ont pas pu être chargées.',
    ),
  );
  if (mark) writeFileSync(mark, today);
}

function urlsOfReadySite(dataDir: string) {
  const run = currentRun(dataDir);
  return run?.ready && run.postgresPort
    ? urlsOf(readSecrets(join(dataDir, 'postgres')), run.postgresPort)
    : null;
}

const never = new Promise<number>(() => undefined);

async function enterDatabase(database: NonNullable<Settings['database']>) {
  await step('Connexion à PostgreSQL (DATABASE_URL)', () => requireDatabase(database));
  return database;
}

async function embedDatabase(dataDir: string, hold: Hold) {
  const postgres = await step(
    `PostgreSQL embarqué (${existsSync(join(dataDir, 'postgres')) ? 'démarrage' : 'création'})`,
    () => startPostgres({ dataDir, fsync: true, log: (line) => say(`\n  ${line}`) }),
  );
  onStop((hurry) => postgres.stop(hurry));
  hold.tell({ postgresPort: postgres.port });
  return { urls: postgres, ended: postgres.ended };
}

function siteOf({ dataDir, settings }: SiteOptions, urls: { apiUrl: string; ownerUrl: string }) {
  const mail = join(dataDir, 'mail');
  mkdirSync(mail, { recursive: true, mode: 0o700 });
  const embedded = process.env.EMBEDDED || String(settings.database === null);
  const env = programEnvironment({
    NODE_ENV: 'production',
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    DATABASE_URL: urls.apiUrl,
    SECRET_KEY: process.env.SECRET_KEY || keptSecret(dataDir),
    MAIL_URL: process.env.MAIL_URL || `file:${mail}`,
    FILES_URL: process.env.FILES_URL || `file:${join(dataDir, 'files')}`,
    EMBEDDED: embedded,
    SECOND_FACTOR: process.env.SECOND_FACTOR || String(embedded !== 'true'),
    WEB_ROOT: inRoot('dist/web'),
    GRAPHQL_DOCUMENTS: inRoot('dist/web/persisted-documents.json'),
    DATA_DIR: dataDir,
  });
  // The owner's rights are for migrations: the programs that serve people never receive them.
  delete env.DATABASE_OWNER_URL;
  return { env, ownerUrl: urls.ownerUrl };
}

/** The secret of this data folder, drawn once. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
