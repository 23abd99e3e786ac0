import { randomBytes } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'preau_template';

export interface TestDatabase {
  /** As the API connects: a role that owns nothing. */
  readonly apiUrl: string;
  /** As migrations connect. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

function setting(name: 'TEST_DATABASE_URL' | 'TEST_OWNER_URL' | 'TEST_API_URL'): string {
  // eslint-disable-next-line no-restricted-properties -- where the run's PostgreSQL is, said by Jest's global setup.
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run API tests through Jest's "api" project.`);
  return value;
}

function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: setting('TEST_DATABASE_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own, copied from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `preau_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER preau_owner`);
  return {
    apiUrl: onDatabase(setting('TEST_API_URL'), name),
    ownerUrl: onDatabase(setting('TEST_OWNER_URL'), name),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
