import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { loadAccount } from '../accounts/load-account';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser, TestMails } from './test-browser';

const EMAIL = 'ministere@preau.test';
const refused = (code: string, triesLeft: number | null = null) => ({
  confirmSignIn: { __typename: 'SignInRefused', code, triesLeft },
});
const signedIn = { confirmSignIn: expect.objectContaining({ __typename: 'SignedIn' }) };

let api: TestApi;
let mails: TestMails;
let browser: TestBrowser;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
  mails = await TestMails.start(api);
  const grants = [
    { role: 'staff', territory: null },
    { role: 'coordinator', territory: { level: 'academie', code: '70' } },
    { role: 'coordinator', territory: { level: 'academie', code: '07' } },
  ] as const;
  await transaction(api.database, (tx) =>
    loadAccount(tx, { email: EMAIL, displayName: 'Camille Morel', grants }),
  );
});

afterAll(async () => {
  await mails.stop();
  await api.close();
});

beforeEach(async () => {
  for (const table of ['sign_in_request', 'session', 'attempt', 'pending_sign_in'])
    await api.database.query(`DELETE FROM ${table}`);
  browser = new TestBrowser(api);
});

const ask = (email = EMAIL, from = browser) => mails.askFrom(from, email);

describe('the mail', () => {
  test('goes to the account, with a link and a code that open a session', async () => {
    expect((await browser.requestSignIn(` ${EMAIL.toUpperCase()} `)).data).toEqual({
      requestSignIn: { expiresInMinutes: 15 },
    });
    const { token } = await ask();
    const answer = await browser.confirm({ token });
    expect(answer.data).toEqual({
      confirmSignIn: {
        __typename: 'SignedIn',
        account: { email: EMAIL, displayName: 'Camille Morel', roles: ['COORDINATOR', 'STAFF'] },
      },
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^preau-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await browser.me()).toEqual({ email: EMAIL });
  });

  test('leaves the database nothing that opens a session, and no address once it has served', async () => {
    const { token, code } = await ask();
    const kept = async () => {
      const [row] = await api.database.query<{ kept: string }[]>(
        "SELECT r::text || (SELECT coalesce(string_agg(payload::text, ''), '') FROM graphile_worker._private_jobs) AS kept FROM sign_in_request r",
      );
      return row?.kept;
    };
    expect(await kept()).not.toContain(token);
    expect(await kept()).not.toContain(code);
    await browser.confirm({ token });
    expect(await kept()).not.toContain(EMAIL);
  });
});

test.each(['', 'ministere', 'a@preau.test\r\nBcc: b@preau.test'])('%j is bad input', async (email) => {
  expect((await browser.requestSignIn(email)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  const { errors } = await browser.confirm({ email, code: '123456' });
  expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
});

describe('the link', () => {
  test('serves once', async () => {
    const { token, code } = await ask();
    expect((await browser.confirm({ token })).data).toEqual(signedIn);
    expect((await browser.confirm({ token })).data).toEqual(refused('EXPIRED'));
    expect((await browser.confirm({ email: EMAIL, code })).data).toEqual(refused('EXPIRED'));
  });

  test('serves once when used many times at the same moment', async () => {
    const { token } = await ask();
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.confirm({ token })));
    const sessions = answers.filter(({ headers }) => headers.get('set-cookie')?.includes('preau-session'));
    expect(sessions).toHaveLength(1);
  });

  test.each([
    ['one second before it ends', "interval '1 second'", signedIn],
    ['one second after', "interval '-1 second'", refused('EXPIRED')],
  ])('%s', async (_, left, answer) => {
    const { token } = await ask();
    await api.database.query(`UPDATE sign_in_request SET expires_at = now() + ${left}`);
    expect((await browser.confirm({ token })).data).toEqual(answer);
  });

  test('of an earlier mail ends when the same browser asks for another', async () => {
    const earlier = await ask();
    const later = await ask();
    expect((await browser.confirm({ token: earlier.token })).data).toEqual(refused('EXPIRED'));
    expect((await browser.confirm({ email: EMAIL, code: earlier.code })).data).not.toEqual(signedIn);
    expect((await browser.confirm({ token: later.token })).data).toEqual(signedIn);
  });

  test('altered or made up opens nothing', async () => {
    const { token } = await ask();
    const altered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [altered, '', token.slice(1), 'é'.repeat(10_000)]) {
      expect((await browser.confirm({ token: wrong })).data).toEqual(refused('INVALID'));
    }
  });

  test('still works when somebody has wasted the tries of the code', async () => {
    const { token, code, wrongCode } = await ask();
    for (let tries = 0; tries < 5; tries += 1) await browser.confirm({ email: EMAIL, code: wrongCode });
    expect((await browser.confirm({ email: EMAIL, code })).data).toEqual(refused('TOO_MANY_TRIES'));
    expect((await browser.confirm({ token })).data).toEqual(signedIn);
  });
});

describe('another browser', () => {
  test('is asked for the code by the link, and is then signed in', async () => {
    const { token, code } = await ask();
    const telephone = new TestBrowser(api);
    expect((await telephone.confirm({ token })).data).toEqual(refused('OTHER_BROWSER'));
    expect(await telephone.me()).toBeNull();
    expect((await telephone.confirm({ token, code })).data).toEqual(signedIn);
    expect(await telephone.me()).toEqual({ email: EMAIL });
    expect(await browser.me()).toBeNull();
  });

  test('has the five tries of the code with the link', async () => {
    const { token, wrongCode } = await ask();
    const telephone = new TestBrowser(api);
    for (const left of [4, 3, 2, 1])
      expect((await telephone.confirm({ token, code: wrongCode })).data).toEqual(refused('INVALID', left));
    expect((await telephone.confirm({ token, code: wrongCode })).data).toEqual(refused('TOO_MANY_TRIES', 0));
  });

  test('can neither use the code with the address nor waste its tries', async () => {
    const { code, wrongCode } = await ask();
    const stranger = new TestBrowser(api);
    for (let tries = 0; tries < 12; tries += 1)
      expect((await stranger.confirm({ email: EMAIL, code: wrongCode })).data).toEqual(refused('EXPIRED'));
    expect((await stranger.confirm({ email: EMAIL, code })).data).toEqual(refused('EXPIRED'));
    expect((await browser.confirm({ email: EMAIL, code })).data).toEqual(signedIn);
  });

  test('asking for the same address does not end the mail of the first', async () => {
    const { token } = await ask();
    await ask(EMAIL, new TestBrowser(api));
    expect((await browser.confirm({ token })).data).toEqual(signedIn);
  });
});

describe('the code', () => {
  test('opens a session with its address, typed with spaces', async () => {
    const { code } = await ask();
    const typed = `${code.slice(0, 3)}\u00a0${code.slice(3)} `;
    expect((await browser.confirm({ email: ` ${EMAIL.toUpperCase()}`, code: typed })).data).toEqual(signedIn);
  });

  test('gives five tries, also to many trying at once', async () => {
    const { code, wrongCode } = await ask();
    const wrong = await Promise.all(
      Array.from({ length: 8 }, () => browser.confirm({ email: EMAIL, code: wrongCode })),
    );
    const left = wrong.map(({ data }) => data?.confirmSignIn['triesLeft'] as number | null);
    expect(left.filter((tries) => tries !== null).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect((await browser.confirm({ email: EMAIL, code })).data).toEqual(refused('TOO_MANY_TRIES'));
  });

  test('is tried at most ten times in fifteen minutes for one account, over all its mails', async () => {
    for (const tries of [5, 4]) {
      const { wrongCode } = await ask();
      for (let tried = 0; tried < tries; tried += 1) await browser.confirm({ email: EMAIL, code: wrongCode });
    }
    const { code, wrongCode } = await ask();
    expect((await browser.confirm({ email: EMAIL, code: wrongCode })).data).toEqual(refused('INVALID', 4));
    expect((await browser.confirm({ email: EMAIL, code })).data).toEqual(refused('TOO_MANY_TRIES'));
    await api.database.query("UPDATE attempt SET since = since - interval '15 minutes 1 second'");
    expect((await browser.confirm({ email: EMAIL, code })).data).toEqual(signedIn);
  });

  test('is tried once by each alias of a request', async () => {
    const { wrongCode } = await ask();
    const one = (alias: number) =>
      `a${alias}: confirmSignIn(email: "${EMAIL}", code: "${wrongCode}") { ... on SignInRefused { code } }`;
    const { data } = await browser.graphql(`mutation { ${[1, 2, 3, 4, 5, 6].map(one).join(' ')} }`);
    expect(data?.['a6']).toEqual({ code: 'TOO_MANY_TRIES' });
  });

  test('of another address opens nothing', async () => {
    const { code } = await ask();
    await browser.requestSignIn('personne@preau.test');
    const { data } = await browser.confirm({ email: 'personne@preau.test', code });
    expect(data).toEqual(refused('INVALID', 4));
  });

  test('without a mail asked for has expired', async () => {
    expect((await browser.confirm({ email: EMAIL, code: '123456' })).data).toEqual(refused('EXPIRED'));
  });

  test.each([{}, { email: EMAIL }, { code: '123456' }])('%j alone is bad input', async (proof) => {
    expect((await browser.confirm(proof)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

test('signing in again on the same browser ends the session it had', async () => {
  await browser.confirm({ token: (await ask()).token });
  const first = browser.cookie;
  await browser.confirm({ token: (await ask()).token });
  expect(browser.cookie).not.toBe(first);
  expect(await browser.me()).toEqual({ email: EMAIL });
  expect(await api.database.query('SELECT device FROM session')).toEqual([{ device: 'Firefox, Linux' }]);
});
