import type { DataSource } from 'typeorm';

/** As asked, checked. Days are of Paris, both included. */
export interface CheckedFilter {
  readonly action: string | null;
  readonly account: string | null;
  readonly object: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface AuditRow {
  readonly id: string;
  readonly rank: number;
  readonly at: Date;
  readonly accountId: string;
  readonly action: string;
  readonly object: string;
  readonly details: object;
  readonly hash: string;
}

/** Only what is asked for is in the statement, so that PostgreSQL finds the index it needs. */
function where({ action, account, object, from, to }: CheckedFilter, values: unknown[]): string {
  const conditions: string[] = [];
  const add = (value: string | null, condition: (place: string) => string) => {
    if (value !== null) conditions.push(condition(`$${String(values.push(value))}`));
  };
  add(action, (place) => `action = ${place}`);
  add(account, (place) => `account_id = ${place}`);
  add(object, (place) => `object = ${place}`);
  add(from, (place) => `at >= ${place}::date::timestamp AT TIME ZONE 'Europe/Paris'`);
  add(to, (place) => `at < (${place}::date + 1)::timestamp AT TIME ZONE 'Europe/Paris'`);
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}

/** Entries, the latest first, before one of them. */
export function auditPage(
  database: DataSource,
  filter: CheckedFilter,
  { limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<AuditRow[]> {
  const values: unknown[] = [limit];
  const conditions = where(filter, values);
  const earlier = before === null ? 'true' : `audit_entry.rank < $${String(values.push(before))}`;
  return database.query<AuditRow[]>(
    `SELECT id, rank::int, at, account_id AS "accountId", action, object, details, encode(hash, 'hex') AS hash
     FROM audit_entry WHERE ${earlier} AND ${conditions}
     ORDER BY audit_entry.rank DESC LIMIT $1`,
    values,
  );
}

export async function countEntries(database: DataSource, filter: CheckedFilter): Promise<number> {
  const values: unknown[] = [];
  const condition = where(filter, values);
  const [row] = await database.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM audit_entry WHERE ${condition}`,
    values,
  );
  return row?.total ?? 0;
}

/** Every action there is an entry of: one step through the index for each, however long the log. */
export async function auditActions(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ action: string }[]>(
    `WITH RECURSIVE known AS (
       (SELECT action FROM audit_entry ORDER BY action LIMIT 1)
       UNION ALL
       SELECT (SELECT e.action FROM audit_entry e WHERE e.action > known.action ORDER BY e.action LIMIT 1)
       FROM known WHERE known.action IS NOT NULL
     ) SELECT action FROM known WHERE action IS NOT NULL`,
  );
  return rows.map(({ action }) => action);
}
