import type { DataSource } from 'typeorm';
import { searchWords, type AccountState } from '@preau/identity-domain';
import type { Role } from '@preau/shared-domain';
import type { Condition } from './visible-accounts';

export interface AccountFilter {
  readonly search: string;
  readonly role: Role | null;
  readonly state: AccountState | null;
}

/** A name and an address as they are compared with the words of a search (`searchWords`): the expression of `account_search_index`. */
const SEARCHED = 'account_search_text(a.display_name, a.email)';

const IN_STATE: Record<AccountState, string> = {
  ACTIVE: 'a.suspended_at IS NULL AND a.deletion_due_at IS NULL AND a.deleted_at IS NULL',
  SUSPENDED: 'a.suspended_at IS NOT NULL AND a.deleted_at IS NULL',
  DELETION_ASKED: 'a.deletion_due_at IS NOT NULL AND a.suspended_at IS NULL AND a.deleted_at IS NULL',
  DELETED: 'a.deleted_at IS NOT NULL',
};

const HOLDS = `EXISTS (SELECT FROM role_grant g
  WHERE g.account_id = a.id AND g.role = $2 AND (g.ends_at IS NULL OR g.ends_at > now()))`;

export interface FoundAccounts {
  /** Of all those that answer the filter. */
  readonly total: number;
  /** The latest first, from after one of them. */
  readonly ids: readonly string[];
}

/**
 * One statement for the page and for the total. Words of three letters or more are looked for in the index, each in a
 * condition of its own: it serves `LIKE`, not `LIKE ALL`. Shorter ones walk through the accounts.
 */
export async function findAccounts(
  database: DataSource,
  visible: Condition,
  { search, role, state }: AccountFilter,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<FoundAccounts> {
  const patterns = searchWords(search).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const where = [
    visible.sql,
    role === null ? '$2::text IS NULL' : HOLDS,
    state === null ? 'true' : IN_STATE[state],
    ...patterns.map((_, index) => `${SEARCHED} LIKE $${index + 5}`),
  ].join(' AND ');
  const [found] = await database.query<FoundAccounts[]>(
    `WITH found AS MATERIALIZED (SELECT a.id FROM account a WHERE ${where})
     SELECT (SELECT count(*)::int FROM found) AS total,
       ARRAY(SELECT id FROM found WHERE $3::uuid IS NULL OR id < $3 ORDER BY id DESC LIMIT $4) AS ids`,
    [visible.value, role, after, limit, ...patterns],
  );
  return found ?? { total: 0, ids: [] };
}
