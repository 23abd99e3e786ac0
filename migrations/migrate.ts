/**
 * Brings a database up to date: `node migrations/migrate.ts`, run directly by Node 24.
 * DATABASE_OWNER_URL connects as the owner of the tables, DATABASE_URL names the role the API will use.
 * Safe to run again, and from several places at once: one waits for the other.
 */
import { readdirSync } from 'node:fs';
import { runMigrations as migrateJobs } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { grantRights } from './grants.ts';

type Constructor = new () => unknown;

const LOCK = 0x70726561;

/** The migrations of this folder, oldest first. */
export async function loadMigrations(): Promise<Constructor[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => /^\d{13}-.*\.ts$/.test(name))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, import.meta.url).href) as Promise<Record<string, Constructor>>),
  );
  return modules.flatMap((exported) => Object.values(exported));
}

/** Migrates and grants. Returns the names of the migrations that were run now. */
export async function migrate(ownerUrl: string, apiUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: (await loadMigrations()) as never,
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
    });
    await source.initialize();
    try {
      const done = await source.runMigrations();
      await migrateJobs({ connectionString: ownerUrl });
      await grantRights(lock, decodeURIComponent(new URL(apiUrl).username));
      return done.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

if (import.meta.main) {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: apiUrl } = process.env;
  if (!ownerUrl || !apiUrl) {
    console.error('Réglage à corriger : DATABASE_OWNER_URL et DATABASE_URL sont nécessaires pour migrer.');
    process.exit(1);
  }
  const done = await migrate(ownerUrl, apiUrl).catch((error: unknown) => {
    console.error(
      `La base n'a pas pu être migrée : ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(1);
  });
  for (const name of done) console.log(name);
}
