import type { Role, RoleGrant } from '@preau/shared-domain';
import { anAccount, aSecondFactor, aSession, heard, type TestApi } from '@preau/testing';

/** Somebody signed in, with a second factor. */
export async function someone(api: TestApi, ...grants: (Role | RoleGrant)[]) {
  const account = await anAccount(api, { grants });
  await aSecondFactor(api, account.id);
  const { headers } = await aSession(api, account.id);
  return { ...account, headers };
}

export interface AuditLine {
  readonly account: string;
  readonly action: string;
  readonly details: Record<string, unknown>;
}

/** What the log says was done to an account. */
export const logOf = ({ database }: TestApi, accountId: string): Promise<AuditLine[]> =>
  database.query(
    'SELECT account_id AS account, action, details FROM audit_entry WHERE object = $1 ORDER BY rank',
    [`account:${accountId}`],
  );

/** Who a browser is signed in as, with the roles it acts by; null when nobody. */
export async function me(api: TestApi, headers: { cookie: string }) {
  await heard(api);
  const { data } = await api.graphql<{ me: { id: string; roles: string[] } | null }>(
    '{ me { id roles } }',
    {},
    { headers },
  );
  return data?.me ?? null;
}
