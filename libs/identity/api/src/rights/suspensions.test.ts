import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { logOf, me, someone } from './test-rights';

const reason = 'Envois répétés de publicité';
const ACCOUNT = 'account { id viewerCan { grant suspend reinstate } }';
const DOCUMENTS = {
  suspendAccount: `mutation ($id: ID!, $reason: String!) { result: suspendAccount(accountId: $id, reason: $reason) {
    ... on AccountSuspended { ${ACCOUNT} } ... on SuspendRefused { suspend: code }
  } }`,
  reinstateAccount: `mutation ($id: ID!, $reason: String!) { result: reinstateAccount(accountId: $id, reason: $reason) {
    ... on AccountReinstated { ${ACCOUNT} } ... on ReinstateRefused { reinstate: code }
  } }`,
};
type Answer = { result: { account?: object; suspend?: string; reinstate?: string } };
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

const change =
  (name: keyof typeof DOCUMENTS) =>
  async (id: string, by: Pick<Someone, 'headers'> = admin, why = reason) =>
    api.graphql<Answer>(DOCUMENTS[name], { id, reason: why }, { headers: by.headers });
const suspend = change('suspendAccount');
const reinstate = change('reinstateAccount');

test('a suspended account no longer acts, until it is opened again; the log says why', async () => {
  const person = await someone(api, 'staff');
  expect((await me(api, person.headers))?.roles).toEqual(['STAFF']);
  expect((await suspend(person.id)).data?.result.account).toEqual({
    id: person.id,
    viewerCan: { grant: false, suspend: false, reinstate: true },
  });
  expect(await me(api, person.headers)).toBeNull();
  // Signed in again: their own space, without what their roles would open.
  const again = await aSession(api, person.id);
  expect((await me(api, again.headers))?.roles).toEqual([]);
  expect((await reinstate(person.id, admin, 'Compte repris par son titulaire')).data?.result.account).toEqual(
    {
      id: person.id,
      viewerCan: { grant: true, suspend: true, reinstate: false },
    },
  );
  expect(await me(api, person.headers)).toBeNull();
  expect(await logOf(api, person.id)).toEqual([
    { account: admin.id, action: 'rights.suspend', details: { reason } },
    { account: admin.id, action: 'rights.reinstate', details: { reason: 'Compte repris par son titulaire' } },
  ]);
});

test('repeated, each is refused, and written down once', async () => {
  const person = await someone(api);
  const answers = await Promise.all([suspend(person.id), suspend(person.id), suspend(person.id)]);
  const codes = answers.map(({ data }) => data?.result.suspend ?? 'done').sort();
  expect(codes).toEqual(['ALREADY_SUSPENDED', 'ALREADY_SUSPENDED', 'done']);
  await reinstate(person.id);
  expect((await reinstate(person.id)).data?.result).toEqual({ reinstate: 'NOT_SUSPENDED' });
  expect(await logOf(api, person.id)).toHaveLength(2);
});

test.each([
  ['an account that does not exist', () => suspend(randomUUID()), { suspend: 'UNKNOWN_ACCOUNT' }],
  ['what is no account', () => suspend('everybody'), { suspend: 'UNKNOWN_ACCOUNT' }],
  ['one’s own', () => suspend(admin.id), { suspend: 'OWN_ACCOUNT' }],
  ['one’s own, again', () => reinstate(admin.id), { reinstate: 'OWN_ACCOUNT' }],
  ['an account that does not exist, again', () => reinstate(randomUUID()), { reinstate: 'UNKNOWN_ACCOUNT' }],
  ['for no reason', async () => suspend((await someone(api)).id, admin, ''), { suspend: 'REASON_TOO_SHORT' }],
])('refused: %s', async (_, ask, expected) => {
  expect((await ask()).data?.result).toEqual(expected);
});

test('a deleted account cannot be suspended', async () => {
  const person = await someone(api);
  await api.database.query('UPDATE account SET deleted_at = now() WHERE id = $1', [person.id]);
  expect((await suspend(person.id)).data?.result).toEqual({ suspend: 'UNKNOWN_ACCOUNT' });
});

test('the last administrator without an end cannot be suspended', async () => {
  const temporary = await someone(api, 'admin');
  await api.database.query(`UPDATE role_grant SET ends_at = '2099-01-01' WHERE account_id = $1`, [
    temporary.id,
  ]);
  expect((await suspend(admin.id, temporary)).data?.result).toEqual({ suspend: 'LAST_ADMINISTRATOR' });
  await someone(api, 'admin');
  expect((await suspend(admin.id, temporary)).data?.result.account).toBeDefined();
});

test('two administrators who suspend each other at once leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    await api.database.query('DELETE FROM account');
    const [one, other] = [await someone(api, 'admin'), await someone(api, 'admin')];
    await Promise.all([me(api, one.headers), me(api, other.headers)]);
    await Promise.all([suspend(one.id, other), suspend(other.id, one)]);
    const left = await api.database.query<unknown[]>('SELECT 1 FROM account WHERE suspended_at IS NULL');
    expect(left).toHaveLength(1);
  }
});

test('is for administrators: to others it does not exist', async () => {
  const person = await someone(api);
  for (const role of ['teacher', 'moderator', 'staff'] as const) {
    const by = await someone(api, role);
    expect((await suspend(person.id, by)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await reinstate(person.id, by)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }
});
