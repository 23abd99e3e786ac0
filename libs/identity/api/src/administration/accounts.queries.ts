import type { DataSource } from 'typeorm';
import { searchWords, type AccountState } from '@preau/identity-domain';
import type { Role } from '@preau/shared-domain';
import type { Condition } from './visible-accounts';

export interface AccountFilter {
  readonly search: string;
  readonly role: Role | null;
  readonly state: AccountState | null;
}

/** A name and an address as they are compared with the words of a search (`searchWords`). */
const SEARCHED = `lower(regexp_replace(normalize(a.display_name, NFKD), '[\\u0300-\\u036f]', '', 'g')) || ' ' || coalesce(a.email, '')`;

const IN_STATE: Record<AccountState, string> = {
  ACTIVE: 'a.suspended_at IS NULL AND a.deletion_due_at IS NULL AND a.deleted_at IS NULL',
  SUSPENDED: 'a.suspended_at IS NOT NULL AND a.deleted_at IS NULL',
  DELETION_ASKED: 'a.deletion_due_at IS NOT NULL AND a.suspended_at IS NULL AND a.deleted_at IS NULL',
  DELETED: 'a.deleted_at IS NOT NULL',
};

const HOLDS = `EXISTS (SELECT FROM role_grant g
  WHERE g.account_id = a.id AND g.role = $3 AND (g.ends_at IS NULL OR g.ends_at > now()))`;

function conditions(visible: Condition, { search, role, state }: AccountFilter) {
  const patterns = searchWords(search).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const where = [
    visible.sql,
    `(${SEARCHED}) LIKE ALL ($2::text[])`,
    role === null ? '$3::text IS NULL' : HOLDS,
    state === null ? 'true' : IN_STATE[state],
  ];
  return { where: where.join(' AND '), values: [visible.value, patterns, role] };
}

/** Ids of accounts, the latest first, from after one of them. */
export async function accountPage(
  database: DataSource,
  visible: Condition,
  filter: AccountFilter,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<string[]> {
  const { where, values } = conditions(visible, filter);
  const rows = await database.query<{ id: string }[]>(
    `SELECT a.id FROM account a WHERE ${where} AND ($4::uuid IS NULL OR a.id < $4::uuid)
     ORDER BY a.id DESC LIMIT $5`,
    [...values, after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function countAccounts(
  database: DataSource,
  visible: Condition,
  filter: AccountFilter,
): Promise<number> {
  const { where, values } = conditions(visible, filter);
  const [row] = await database.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM account a WHERE ${where}`,
    values,
  );
  return row?.total ?? 0;
}
