import pg from 'pg';
import type { Secrets } from './postgres-secrets.ts';

/** Runs statements one after the other as the given role. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away after the last statement is not an error of that statement.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates the two roles of the application and its database, or brings them back to what they must be: `preau_owner`
 * owns the tables and runs migrations, `preau_api` only reads and writes rows. Migrations make the grants.
 */
export async function ensureRoles(
  superUrl: string,
  secrets: Pick<Secrets, 'owner' | 'api'>,
  database: string,
): Promise<void> {
  await withClient(superUrl, async (client) => {
    for (const [role, password] of [
      ['preau_owner', secrets.owner],
      ['preau_api', secrets.api],
    ]) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount ? 'ALTER' : 'CREATE';
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${password}'`,
      );
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database} OWNER preau_owner`);
    await client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
  });
}
