import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CHARTER_VERSION } from '@preau/identity-domain';
import { startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser, TestMails } from './test-browser';

const EMAIL = 'nouvelle@preau.test';
const FORM = {
  age: 'ADULT',
  displayName: 'Jeanne Martin',
  isPseudonym: false,
  declaredRole: 'PARENT',
  academie: '70',
  charterVersion: CHARTER_VERSION,
};

let api: TestApi;
let mails: TestMails;
let browser: TestBrowser;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PROFESSIONAL_DOMAINS: 'lycee.example, Cned.fr' },
  });
  mails = await TestMails.start(api);
});

afterAll(async () => {
  await mails.stop();
  await api.close();
});

beforeEach(async () => {
  for (const table of ['sign_in_request', 'account', 'attempt', 'pending_sign_in'])
    await api.database.query(`DELETE FROM ${table}`);
  browser = new TestBrowser(api);
});

/** The browser has proved the address. */
async function proved(email = EMAIL, by = browser) {
  const { token } = await mails.askFrom(by, email);
  return (await by.confirm({ token })).data?.confirmSignIn;
}
const accounts = () => api.database.query<Record<string, unknown>[]>('SELECT * FROM account');
const refused = (code: string, faults: object[] = []) => ({
  register: { __typename: 'RegistrationRefused', code, faults },
});

describe('the first sign-in', () => {
  test('asks what an account needs, then creates it', async () => {
    expect(await proved()).toEqual({
      __typename: 'SignInPending',
      step: 'REGISTRATION',
      email: EMAIL,
      proposedName: null,
      professionalDomain: null,
      academie: null,
    });
    expect(await accounts()).toEqual([]);
    expect(await browser.me()).toBeNull();
    const { data } = await browser.register({ ...FORM, displayName: '  Jeanne   Martin ' });
    expect(data?.register).toEqual({
      __typename: 'SignedIn',
      account: {
        email: EMAIL,
        displayName: 'Jeanne Martin',
        isPseudonym: false,
        academie: '70',
        charterVersion: CHARTER_VERSION,
        roles: [],
      },
    });
    expect(await browser.me()).toEqual({ email: EMAIL });
    expect(await accounts()).toMatchObject([{ age_band: 'adult', declared_role: 'parent' }]);
  });

  test('can be gone on with after the page was loaded again, in this browser alone', async () => {
    await proved();
    const asked = '{ pendingSignIn { step email } }';
    expect((await browser.graphql(asked)).data).toEqual({
      pendingSignIn: { step: 'REGISTRATION', email: EMAIL },
    });
    const other = new TestBrowser(api);
    expect((await other.graphql(asked)).data).toEqual({ pendingSignIn: null });
    expect((await other.register(FORM)).data).toEqual(refused('EXPIRED'));
    expect(await accounts()).toEqual([]);
  });

  test('ends after fifteen minutes', async () => {
    await proved();
    await api.database.query("UPDATE pending_sign_in SET expires_at = now() - interval '1 second'");
    expect((await browser.graphql('{ pendingSignIn { step } }')).data).toEqual({ pendingSignIn: null });
    expect((await browser.register(FORM)).data).toEqual(refused('EXPIRED'));
  });

  test('without a proof creates nothing', async () => {
    expect((await browser.register(FORM)).data).toEqual(refused('EXPIRED'));
  });

  test('sent many times at once creates one account and one session', async () => {
    await proved();
    await Promise.all(Array.from({ length: 8 }, () => browser.register(FORM)));
    expect(await accounts()).toHaveLength(1);
    expect(await api.database.query('SELECT count(*)::int AS open FROM session')).toEqual([{ open: 1 }]);
  });

  test('of one address in two browsers makes one account, to which both are signed in', async () => {
    const other = new TestBrowser(api);
    await proved();
    await proved(EMAIL, other);
    await browser.register(FORM);
    await other.register({ ...FORM, displayName: 'Une autre' });
    expect(await other.me('displayName')).toEqual({ displayName: 'Jeanne Martin' });
    expect(await accounts()).toHaveLength(1);
  });

  test('happens once: the second opens a session', async () => {
    await proved();
    await browser.register(FORM);
    expect(await proved(` ${EMAIL.toUpperCase()}`, new TestBrowser(api))).toMatchObject({
      __typename: 'SignedIn',
    });
  });

  test('tells all that is to be mended, and waits', async () => {
    await proved();
    const { data } = await browser.register({
      ...FORM,
      displayName: 'мinistère',
      academie: '99',
      charterVersion: null,
    });
    expect(data).toEqual(
      refused('INVALID', [
        { field: 'displayName', code: 'MIXED_SCRIPTS' },
        { field: 'academie', code: 'UNKNOWN_ACADEMIE' },
        { field: 'charterVersion', code: 'CHARTER_NOT_ACCEPTED' },
      ]),
    );
    expect((await browser.register(FORM)).data?.register['__typename']).toBe('SignedIn');
  });
});

test.each([
  ['министр', 'accepted'],
  ['мinistère', 'MIXED_SCRIPTS'],
  ['Ministère', 'RESERVED'],
  ['M\u0131nistère', 'RESERVED'],
  ['Rninistère', 'RESERVED'],
  ['Modération', 'RESERVED'],
  ['a\u0000b', 'BAD_INPUT'],
  ['Zo\u0334\u0335\u0336\u0337e', 'UNPRINTABLE'],
  ['x'.repeat(61), 'TOO_LONG'],
  ['x', 'TOO_SHORT'],
  ['ecrivez@moi.fr', 'CONTACT'],
])('the name %j: %s', async (displayName, outcome) => {
  await proved();
  const { data, errors } = await browser.register({ ...FORM, displayName });
  const faults = data?.register['faults'] as { code: string }[] | undefined;
  expect(errors?.[0]?.extensions.code ?? faults?.[0]?.code ?? 'accepted').toBe(outcome);
});

test('a line end in a name never reaches it', async () => {
  await proved();
  await browser.register({ ...FORM, displayName: 'Jeanne\r\nBcc: tous' });
  expect(await browser.me('displayName')).toEqual({ displayName: 'Jeanne Bcc: tous' });
});

describe('below 18', () => {
  test('under 15 there is no account, and nothing stays of the address', async () => {
    await proved();
    expect((await browser.register({ ...FORM, age: 'UNDER_15' })).data).toEqual(refused('TOO_YOUNG'));
    expect(await accounts()).toEqual([]);
    expect(await api.database.query('SELECT * FROM pending_sign_in')).toEqual([]);
    expect(await api.database.query('SELECT * FROM sign_in_request WHERE email IS NOT NULL')).toEqual([]);
  });

  test('from 15 on the name is a pseudonym, whatever was ticked', async () => {
    await proved();
    expect((await browser.register({ ...FORM, age: 'MINOR' })).data).toEqual(
      refused('INVALID', [{ field: 'displayName', code: 'REAL_NAME' }]),
    );
    await browser.register({ ...FORM, age: 'MINOR', displayName: 'Renard bleu', isPseudonym: false });
    expect(await browser.me('displayName isPseudonym')).toEqual({
      displayName: 'Renard bleu',
      isPseudonym: true,
    });
  });

  test('the database has the last word', async () => {
    const insert = api.database.query(
      "INSERT INTO account (email, display_name, age_band) VALUES ('a@b.test', 'Jeanne', 'minor')",
    );
    await expect(insert).rejects.toThrow('account_minor_check');
  });
});

describe('a professional address', () => {
  test.each([
    ['nadia@ac-normandie.fr', 'ac-normandie.fr', '70'],
    ['nadia+classe@AC-Paris.fr', 'ac-paris.fr', '01'],
    ['nadia@education.gouv.fr', 'education.gouv.fr', null],
    ['nadia@cned.fr', 'cned.fr', null],
  ])('%s makes a verified teacher', async (email, professionalDomain, academie) => {
    expect(await proved(email)).toMatchObject({ professionalDomain, academie });
    const { data } = await browser.register({ ...FORM, displayName: 'Nadia Benali' });
    expect(data?.register).toMatchObject({ account: { roles: ['TEACHER'] } });
  });

  test.each([
    'nadia@ac-paris.fr.exemple.test',
    'nadia@eleves.ac-paris.fr',
    'nadia@xac-paris.fr',
    'ac-paris.fr@exemple.test',
    'nadia@sous.cned.fr',
  ])('%s proves nothing', async (email) => {
    expect(await proved(email)).toMatchObject({ professionalDomain: null });
    const { data } = await browser.register({ ...FORM, declaredRole: 'TEACHER' });
    expect(data?.register).toMatchObject({ account: { roles: [] } });
  });

  test('a role that was taken away is not given back by signing in again', async () => {
    await proved('nadia@ac-paris.fr');
    await browser.register(FORM);
    await api.database.query('DELETE FROM role_grant');
    const again = new TestBrowser(api);
    await proved('nadia@ac-paris.fr', again);
    expect(await again.me('roles')).toEqual({ roles: [] });
  });
});

test('addresses with a tag are accounts apart, whose mails fill one mailbox', async () => {
  for (const email of ['a@preau.test', 'a+1@preau.test', 'a+2@preau.test', 'a+3@preau.test'])
    await browser.requestSignIn(email);
  const asked = 'SELECT email FROM sign_in_request ORDER BY id';
  expect(await api.database.query(asked)).toEqual([
    { email: 'a@preau.test' },
    { email: 'a+1@preau.test' },
    { email: 'a+2@preau.test' },
  ]);
});

test('a domain in another alphabet is one address, however it is typed', async () => {
  await proved('nom@école.test');
  await browser.register(FORM);
  expect(await browser.me()).toEqual({ email: 'nom@xn--cole-9oa.test' });
  const again = new TestBrowser(api);
  expect(await proved('NOM@XN--COLE-9OA.test', again)).toMatchObject({ __typename: 'SignedIn' });
});
