import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { transaction } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { logOf, someone } from '../rights/test-rights';
import { findAccounts } from './accounts.queries';

const LIST = `query ($search: String, $role: Role, $state: AccountState, $first: Int, $after: ID) {
  accounts(search: $search, role: $role, state: $state, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id email displayName state roles } }
  }
}`;
const ONE = `query ($id: ID!) { account(id: $id) {
  id email displayName state suspensionReason grants { role reason grantedBy } viewerCan { grant suspend reinstate }
} }`;

interface Page {
  accounts: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { id: string; email: string | null; displayName: string; state: string } }[];
  };
}
type Someone = Awaited<ReturnType<typeof someone>>;

let api: TestApi;
let admin: Someone;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM account');
  admin = await someone(api, 'admin');
});

const list = async (variables: object = {}, by: Pick<Someone, 'headers'> = admin) =>
  api.graphql<Page>(LIST, { ...variables }, { headers: by.headers });
const names = async (variables: object) => {
  const { data } = await list(variables);
  return data?.accounts.edges.map(({ node }) => node.displayName).sort();
};
const set = (id: string, change: string) =>
  api.database.query(`UPDATE account SET ${change} WHERE id = $1`, [id]);

describe('the list of accounts', () => {
  beforeEach(async () => {
    await anAccount(api, {
      displayName: 'Élodie Petit',
      email: 'elodie.petit@ac-lyon.fr',
      grants: ['teacher'],
    });
    await anAccount(api, { displayName: 'Zoé 100 %', email: 'zoe_z@example.org' });
    await anAccount(api, { displayName: 'Αλίκη', email: 'aliki@example.org', grants: ['moderator'] });
  });

  test.each([
    ['elodie', ['Élodie Petit']],
    ['ÉLODIE', ['Élodie Petit']],
    ['petit elo', ['Élodie Petit']],
    ['E\u0301lodie', ['Élodie Petit']],
    ['@ac-lyon.fr', ['Élodie Petit']],
    ['example.org', ['Zoé 100 %', 'Αλίκη']],
    ['αλίκη', ['Αλίκη']],
    ['100 %', ['Zoé 100 %']],
    ['_', ['Zoé 100 %']],
    ['\\', []],
    ["' OR true --", []],
    ['personne', []],
  ])('looked through for %j', async (search, expected) => {
    expect(await names({ search })).toEqual(expected);
  });

  test('is looked through by its index, whatever else is asked', async () => {
    const plan = await transaction(api.database, async (tx) => {
      // With so few accounts, walking through them is what the database would choose.
      await tx.query('SET LOCAL enable_seqscan = off');
      const explained = {
        query: (sql: string, values: unknown[]) => tx.query(`EXPLAIN (FORMAT JSON) ${sql}`, values),
      };
      const filter = { search: 'Élodie petit', role: null, state: 'ACTIVE' } as const;
      const everybody = { sql: '$1::uuid IS NULL', value: null };
      return findAccounts(explained as never, everybody, filter, { limit: 10, after: null });
    });
    expect(JSON.stringify(plan)).toContain('account_search_index');
  });

  test('of those who hold a role', async () => {
    expect(await names({ role: 'MODERATOR' })).toEqual(['Αλίκη']);
    await api.database.query('UPDATE role_grant SET ends_at = now()  WHERE role = $1', ['moderator']);
    expect(await names({ role: 'MODERATOR' })).toEqual([]);
  });

  test('by where they stand', async () => {
    const suspended = await anAccount(api, { displayName: 'Suspendue' });
    await set(suspended.id, 'suspended_at = now(), deletion_due_at = now()');
    const leaving = await anAccount(api, { displayName: 'En partance' });
    await set(leaving.id, 'deletion_due_at = now()');
    const gone = await anAccount(api, { displayName: 'Contributeur supprimé' });
    await set(gone.id, 'deleted_at = now(), email = NULL');
    expect(await names({ state: 'SUSPENDED' })).toEqual(['Suspendue']);
    expect(await names({ state: 'DELETION_ASKED' })).toEqual(['En partance']);
    expect(await names({ state: 'DELETED' })).toEqual(['Contributeur supprimé']);
    expect(await names({ state: 'ACTIVE', search: 'e' })).not.toContain('Suspendue');
    expect((await list()).data?.accounts.totalCount).toBe(7);
  });

  test('shows enough of an address to recognise it, and no more', async () => {
    const { data } = await list({ search: 'elodie' });
    expect(data?.accounts.edges[0]?.node.email).toBe('el…@ac-lyon.fr');
  });
});

test('is paged by cursor, each account once, with the total', async () => {
  for (let index = 0; index < 24; index += 1) await anAccount(api);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: { data: Page | null } = await list({ first: 10, after });
    const { edges, pageInfo, totalCount } = data!.accounts;
    expect(totalCount).toBe(25);
    seen.push(...edges.map(({ node }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(seen).toHaveLength(25);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
});

test.each([
  [{ first: 101 }, 'éléments'],
  [{ first: 0 }, 'éléments'],
  [{ after: 'somewhere' }, 'after'],
])('refuses %j', async (variables, words) => {
  const { errors } = await list(variables);
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  expect(errors?.[0]?.message).toContain(words);
});

describe('one account', () => {
  const one = async (id: string, by: Pick<Someone, 'headers'> = admin) =>
    (await api.graphql<{ account: object | null }>(ONE, { id }, { headers: by.headers })).data?.account;

  test('is shown whole to an administrator, and the look written down, once for one look', async () => {
    const person = await someone(api, 'staff');
    await set(person.id, `suspended_at = now(), suspension_reason = 'Publicité'`);
    expect(await one(person.id)).toEqual({
      id: person.id,
      email: person.email,
      displayName: person.displayName,
      state: 'SUSPENDED',
      suspensionReason: 'Publicité',
      grants: [{ role: 'STAFF', reason: 'Pour un essai', grantedBy: null }],
      viewerCan: { grant: false, suspend: false, reinstate: true },
    });
    await one(person.id);
    const look = { account: admin.id, action: 'accounts.read', details: {} };
    expect(await logOf(api, person.id)).toEqual([look]);
    const other = await someone(api, 'admin');
    await one(person.id, other);
    expect(await logOf(api, person.id)).toEqual([look, { ...look, account: other.id }]);
  });

  test.each([randomUUID(), 'nobody', "' OR true --"])('%s is nobody', async (id) => {
    expect(await one(id)).toBeNull();
  });
});

test('is for administrators', async () => {
  const staff = await someone(api, 'staff');
  expect((await list({}, staff)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const { headers } = await aSession(api, (await anAccount(api)).id);
  const { errors } = await api.graphql(ONE, { id: admin.id }, { headers });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
