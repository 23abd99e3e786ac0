import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role, RoleGrant } from '@preau/shared-domain';
import type { TestApi } from './test-api';

export interface TestAccount {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
}

/** An account of the database, for tests of the API with `identity`. */
export async function anAccount(
  { database }: Pick<TestApi, 'database'>,
  {
    id = randomUUID(),
    email = `${id.slice(0, 13)}@preau.test`,
    displayName = 'Dominique Petit',
    grants = [],
  }: Partial<TestAccount> & { readonly grants?: readonly (Role | RoleGrant)[] } = {},
): Promise<TestAccount> {
  await database.query('INSERT INTO account (id, email, display_name) VALUES ($1, $2, $3)', [
    id,
    email,
    displayName,
  ]);
  for (const grant of grants) {
    const { role, territory = null, themeId = null } = typeof grant === 'string' ? { role: grant } : grant;
    await database.query(
      `INSERT INTO role_grant (account_id, role, territory_level, territory_code, theme_id, reason)
       VALUES ($1, $2, $3, $4, $5, 'Pour un essai')`,
      [id, role, territory?.level ?? null, territory?.code ?? null, themeId],
    );
  }
  return { id, email, displayName };
}

/** A browser signed in to an account, second factor included: the header to send with each request. */
export async function aSession(
  { database }: Pick<TestApi, 'database'>,
  accountId: string,
): Promise<{ readonly id: string; readonly headers: { readonly cookie: string } }> {
  const [id, secret] = [randomUUID(), randomBytes(32).toString('base64url')];
  await database.query(
    'INSERT INTO session (id, account_id, secret_hash, second_factor_at) VALUES ($1, $2, $3, now())',
    [id, accountId, createHash('sha256').update(secret).digest()],
  );
  return { id, headers: { cookie: `preau-session=${secret}` } };
}

/** What the sensitive roles ask of an account: an application that shows codes, used once. */
export async function aSecondFactor(
  { database }: Pick<TestApi, 'database'>,
  accountId: string,
): Promise<void> {
  await database.query(
    `INSERT INTO second_factor (account_id, sealed_secret, confirmed_at) VALUES ($1, 'sealed', now())`,
    [accountId],
  );
}
