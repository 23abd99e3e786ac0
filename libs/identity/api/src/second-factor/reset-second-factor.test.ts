import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { logOf, me, someone } from '../rights/test-rights';
import { TestBrowser, TestMails } from '../sign-in/test-browser';
import { freezeClock, passMoment } from './test-clock';
import { codeOf, enrol, sent } from './test-second-factor';

const reason = 'Téléphone perdu, identité vérifiée par le rectorat';
const RESET = `mutation ($accountId: ID!, $reason: String!) { result: resetSecondFactor(accountId: $accountId, reason: $reason) {
  __typename
  ... on SecondFactorReset { account { id hasSecondFactor viewerCan { resetSecondFactor } } }
  ... on ResetSecondFactorRefused { code }
} }`;
type Someone = Awaited<ReturnType<typeof someone>>;

let api: TestApi;
let mails: TestMails;
let admin: Someone;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true, settings: { SECOND_FACTOR: 'true' } });
  mails = await TestMails.start(api);
  freezeClock();
});
afterAll(async () => {
  jest.useRealTimers();
  await mails.stop();
  await api.close();
});
beforeEach(async () => {
  await api.database.query('DELETE FROM account');
  await api.database.query('DELETE FROM attempt');
  admin = await someone(api, 'admin');
});

const reset = async (accountId: string, by: Pick<Someone, 'headers'> = admin, why = reason) => {
  const { data, errors } = await api.graphql<{ result: { code?: string } }>(
    RESET,
    { accountId, reason: why },
    { headers: by.headers },
  );
  return data?.result ?? errors?.[0]?.extensions.code;
};
const refused = (code: string) => ({ __typename: 'ResetSecondFactorRefused', code });
const count = async (table: string, id: string) =>
  (await api.database.query<unknown[]>(`SELECT FROM ${table} WHERE account_id = $1`, [id])).length;

/** Somebody of the staff who set their second factor up, as a person does. */
async function enrolled() {
  const account = await anAccount(api, { grants: ['staff'] });
  const { headers } = await aSession(api, account.id);
  const browser = new TestBrowser(api).with(headers.cookie);
  return { ...account, browser, ...(await enrol(browser)) };
}

test('removes it, ends every session, is written down with its reason, and its owner is told', async () => {
  const person = await enrolled();
  const elsewhere = await aSession(api, person.id);
  expect(await reset(person.id)).toEqual({
    __typename: 'SecondFactorReset',
    account: { id: person.id, hasSecondFactor: false, viewerCan: { resetSecondFactor: false } },
  });
  expect(await person.browser.me()).toBeNull();
  expect(await me(api, elsewhere.headers)).toBeNull();
  for (const table of ['second_factor', 'recovery_code', 'session'])
    expect(await count(table, person.id)).toBe(0);
  expect((await logOf(api, person.id)).at(-1)).toEqual({
    account: admin.id,
    action: 'second-factor.reset',
    details: { reason },
  });
  const told = await api.database.query<{ subject: string }[]>(
    'SELECT subject FROM outgoing_mail WHERE account_id = $1 ORDER BY id DESC LIMIT 1',
    [person.id],
  );
  expect(told).toEqual([
    { subject: 'Un administrateur a retiré la double authentification de votre compte' },
  ]);
});

test('the person signs in by mail again, without their roles until they have another', async () => {
  const person = await enrolled();
  await reset(person.id);
  const browser = new TestBrowser(api);
  passMoment();
  const { data } = await browser.confirm({ token: (await mails.askFrom(browser, person.email)).token });
  expect(data?.confirmSignIn).toMatchObject({ __typename: 'SignedIn' });
  expect(await browser.me('security { rightsWaiting }')).toEqual({ security: { rightsWaiting: ['STAFF'] } });
  expect(await sent(browser, 'showSecondFactor', codeOf(person.secret, 1))).toMatchObject({
    code: 'NOT_ACTIVE',
  });
  await enrol(browser);
  expect(await browser.me('security { rightsWaiting }')).toEqual({ security: { rightsWaiting: [] } });
});

test('the code of the telephone that was lost no longer finishes a sign-in that waited for it', async () => {
  const person = await enrolled();
  const browser = new TestBrowser(api);
  passMoment();
  await browser.confirm({ token: (await mails.askFrom(browser, person.email)).token });
  await reset(person.id);
  expect(await sent(browser, 'confirmSecondFactor', codeOf(person.secret, 1))).toMatchObject({
    code: 'NOT_ACTIVE',
  });
});

test('is refused for oneself, for want of a reason, and where there is none to remove', async () => {
  const person = await someone(api);
  expect(await reset(admin.id)).toEqual(refused('OWN_ACCOUNT'));
  expect(await reset(person.id, admin, 'perdu')).toEqual(refused('REASON_TOO_SHORT'));
  expect(await count('second_factor', person.id)).toBe(1);
  const without = await anAccount(api);
  expect(await reset(without.id)).toEqual(refused('NO_SECOND_FACTOR'));
  expect(await reset('rien')).toEqual(refused('UNKNOWN_ACCOUNT'));
  await reset(person.id);
  expect(await reset(person.id)).toEqual(refused('NO_SECOND_FACTOR'));
  expect(await logOf(api, person.id)).toHaveLength(1);
});

test('one that was begun and never confirmed is not one', async () => {
  const { id } = await anAccount(api);
  const { headers } = await aSession(api, id);
  await sent(new TestBrowser(api).with(headers.cookie), 'beginSecondFactor');
  expect(await reset(id)).toEqual(refused('NO_SECOND_FACTOR'));
});

test.each(['staff', 'moderator', 'coordinator', null] as const)('is not for %s', async (role) => {
  const other = role ? await someone(api, role) : await someone(api);
  const person = await someone(api);
  expect(await reset(person.id, other)).toBe('NOT_FOUND');
  expect(await count('second_factor', person.id)).toBe(1);
});
