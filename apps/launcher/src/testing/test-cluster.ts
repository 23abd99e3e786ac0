import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { emptyDataFolder } from '../postgres/away-folder.ts';
import { startPostgres } from '../postgres/embedded-postgres.ts';
import { currentRun, holdFolder } from '../run/folder-lock.ts';
import { inRoot } from '../run/paths.ts';
import { newSecrets } from '../postgres/postgres-secrets.ts';
import { endLeftover } from '../postgres/postmaster.ts';
import { ensureRoles, withClient } from '../postgres/roles.ts';

/** Addresses for tests. The database they name, `preau_template`, is migrated and has no client: copy it, use the copy. */
export type TestCluster = {
  /** Superuser, to create and drop databases; it enters the database `postgres`. */
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  stop(): Promise<void>;
};

const TEMPLATE = 'preau_template';

/** A throw-away PostgreSQL for this process, or the existing server of `superUrl` when there is one. */
export async function startTestCluster(superUrl?: string): Promise<TestCluster> {
  if (superUrl) return { ...(await prepareTemplate(superUrl)), stop: async () => undefined };
  await removeDeadClusters();
  const dataDir = inRoot('.data', `test-${process.pid}`);
  const hold = holdFolder(dataDir, 'test');
  const postgres = await startPostgres({ dataDir, fsync: false, log: console.log });
  const stop = async () => {
    await postgres.stop();
    hold.release();
    emptyDataFolder(dataDir);
    rmdirSync(dataDir);
  };
  try {
    return { ...(await prepareTemplate(postgres.superUrl)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareTemplate(superUrl: string) {
  const secrets = newSecrets();
  await withClient(superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`));
  await ensureRoles(superUrl, secrets, TEMPLATE);
  const as = (role: string, password: string) => {
    const url = new URL(superUrl);
    return Object.assign(url, { username: role, password, pathname: `/${TEMPLATE}` }).href;
  };
  const urls = { superUrl, ownerUrl: as('preau_owner', secrets.owner), apiUrl: as('preau_api', secrets.api) };
  await promisify(execFile)(process.execPath, [inRoot('migrations/migrate.ts')], {
    cwd: inRoot(),
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_OWNER_URL: urls.ownerUrl, DATABASE_URL: urls.apiUrl },
  });
  return urls;
}

/** What killed runs left: their servers ended with them, their files did not. */
async function removeDeadClusters(): Promise<void> {
  if (!existsSync(inRoot('.data'))) return;
  for (const name of readdirSync(inRoot('.data'))) {
    const folder = inRoot('.data', name);
    if (!/^test-\d+$/.test(name) || currentRun(folder)) continue;
    await endLeftover(join(folder, 'postgres'));
    emptyDataFolder(folder);
    rmdirSync(folder);
  }
}
