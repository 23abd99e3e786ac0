import type { Client } from 'pg';

/** Tables of which the API's role may only add and read rows: what happened, and what was published, stays. */
const APPEND_ONLY = ['audit_entry', 'questionnaire_version'];

/** Tables of which it may only add rows, and read none: for what the law has hosts keep, and nobody here look at. */
const WRITE_ONLY = ['connection_record'];

/**
 * Gives the API's role what it needs and nothing more: rows, never the schema. Said again at every migration,
 * so that a new table has its rights without anybody thinking of it.
 */
export async function grantRights(owner: Client, role: string): Promise<void> {
  const name = pgName(role);
  const same = await owner.query<{ same: boolean }>('SELECT current_user = $1 AS same', [role]);
  if (same.rows[0]?.same) {
    throw new Error(
      "DATABASE_URL et DATABASE_OWNER_URL doivent nommer deux rôles : l'API ne possède aucune table",
    );
  }
  const tables = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const statements = [
    'BEGIN',
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public TO ${name}`,
    ...tables.rows.flatMap(({ name: table }) => [
      `REVOKE ALL ON TABLE ${pgName(table)} FROM ${name}`,
      `GRANT ${rightsOn(table)} ON TABLE ${pgName(table)} TO ${name}`,
    ]),
    ...(await jobRights(owner, name)),
    'COMMIT',
  ];
  for (const statement of statements) await owner.query(statement);
}

function rightsOn(table: string): string {
  if (table === 'migration') return 'SELECT';
  if (WRITE_ONLY.includes(table)) return 'INSERT';
  return APPEND_ONLY.includes(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
}

/** The job library locks its tables by row security; the API's role is let in by a policy of its own. */
async function jobRights(owner: Client, name: string): Promise<string[]> {
  const tables = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'graphile_worker' ORDER BY 1",
  );
  return [
    `GRANT USAGE ON SCHEMA graphile_worker TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${name}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${name}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${name}`,
    ...tables.rows.flatMap(({ name: table }) => [
      `DROP POLICY IF EXISTS api ON graphile_worker.${pgName(table)}`,
      `CREATE POLICY api ON graphile_worker.${pgName(table)} TO ${name} USING (true) WITH CHECK (true)`,
    ]),
  ];
}

function pgName(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
