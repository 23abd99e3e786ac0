import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Runner } from 'graphile-worker';
import { createLogger, Jobs, transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { loadAccount } from '../accounts/load-account';

const EMAIL = 'ministere@preau.test';
const REQUEST = 'mutation ($email: String!) { requestSignIn(email: $email) { expiresInMinutes } }';
const CONFIRM = `mutation ($token: String, $email: String, $code: String) {
  confirmSignIn(token: $token, email: $email, code: $code) {
    __typename
    ... on SignedIn { account { email displayName roles } }
    ... on SignInRefused { code triesLeft }
  }
}`;
const refused = (code: string, triesLeft: number | null = null) => ({
  confirmSignIn: { __typename: 'SignInRefused', code, triesLeft },
});
const signedIn = { confirmSignIn: expect.objectContaining({ __typename: 'SignedIn' }) };

let api: TestApi;
let worker: Runner;
const handled = new Set<string>();

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
  worker = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
  worker.events.on('job:complete', ({ job }) =>
    handled.add((job.payload as { requestId: string }).requestId),
  );
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
  await worker.stop();
  await api.close();
});

beforeEach(async () => {
  await api.database.query('DELETE FROM sign_in_request');
  await api.database.query('DELETE FROM session');
});

const request = (email: string) => api.graphql(REQUEST, { email });
const confirm = (proof: { token?: string; email?: string; code?: string }, headers = {}) =>
  api.graphql(CONFIRM, proof, { headers });
const me = async (cookie: string) => {
  const { data } = await api.graphql('{ me { email } }', {}, { headers: { cookie } });
  return data?.['me'];
};
const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const html = async (path: string) => (await fetch(`${api.url}${path}`)).text();

/** Resolves when the worker has dealt with the newest request. */
async function newestHandled() {
  const [newest] = await api.database.query<{ id: string }[]>(
    'SELECT id FROM sign_in_request ORDER BY id DESC LIMIT 1',
  );
  while (!handled.has(newest?.id ?? '')) await once(worker.events, 'job:complete');
}

/** Asks for a mail, has the worker send it, and reads it as the person would. */
async function askForMail(email = EMAIL) {
  await request(email);
  await newestHandled();
  const newest = /\/dev\/mail\/[^"]+\.eml/.exec(await html('/dev/mail'))?.[0] ?? '';
  const mail = await html(newest);
  const token = /href="http:\/\/localhost:3000\/connexion\/confirmer#([\w-]{43})"/.exec(mail)?.[1];
  const code = /^(\d{6})$/m.exec(mail)?.[1];
  if (!token || !code) throw new Error(mail);
  return { token, code, wrongCode: code === '000000' ? '111111' : '000000' };
}

describe('the mail', () => {
  test('goes to the account, with a link and a code that open a session', async () => {
    expect((await request(` ${EMAIL.toUpperCase()} `)).data).toEqual({
      requestSignIn: { expiresInMinutes: 15 },
    });
    const { token } = await askForMail();
    const answer = await confirm({ token });
    expect(answer.data).toEqual({
      confirmSignIn: {
        __typename: 'SignedIn',
        account: { email: EMAIL, displayName: 'Camille Morel', roles: ['COORDINATOR', 'STAFF'] },
      },
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^preau-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await me(cookieOf(answer))).toEqual({ email: EMAIL });
  });

  test('leaves the database nothing that opens a session', async () => {
    const { token, code } = await askForMail();
    const [row] = await api.database.query<Record<string, unknown>[]>(
      "SELECT r::text || (SELECT coalesce(string_agg(payload::text, ''), '') FROM graphile_worker._private_jobs) AS kept FROM sign_in_request r",
    );
    expect(row?.['kept']).not.toContain(token);
    expect(row?.['kept']).not.toContain(code);
    expect(row?.['kept']).not.toContain(EMAIL);
  });
});

describe('an address without an account', () => {
  test('receives no mail', async () => {
    await request('personne@preau.test');
    await newestHandled();
    expect(await html('/dev/mail')).not.toContain('personne@preau.test');
  });

  test('is refused codes as an account is', async () => {
    await request('personne@preau.test');
    const refusals = [];
    for (let tries = 0; tries < 6; tries += 1) {
      refusals.push((await confirm({ email: 'personne@preau.test', code: '000000' })).data);
    }
    expect(refusals).toEqual([
      refused('INVALID', 4),
      refused('INVALID', 3),
      refused('INVALID', 2),
      refused('INVALID', 1),
      refused('TOO_MANY_TRIES', 0),
      refused('TOO_MANY_TRIES'),
    ]);
  });

  test.each(['', 'ministere', 'a@preau.test\r\nBcc: b@preau.test'])('%j is bad input', async (email) => {
    expect((await request(email)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
    expect((await confirm({ email, code: '123456' })).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('the link', () => {
  test('serves once', async () => {
    const { token, code } = await askForMail();
    expect((await confirm({ token })).data).toEqual(signedIn);
    expect((await confirm({ token })).data).toEqual(refused('EXPIRED'));
    expect((await confirm({ email: EMAIL, code })).data).toEqual(refused('EXPIRED'));
  });

  test('serves once when used from two places at the same time', async () => {
    const { token } = await askForMail();
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm({ token })));
    expect(answers.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1);
  });

  test('ends after fifteen minutes', async () => {
    const { token } = await askForMail();
    await api.database.query("UPDATE sign_in_request SET expires_at = expires_at - interval '15 minutes'");
    expect((await confirm({ token })).data).toEqual(refused('EXPIRED'));
  });

  test('of an earlier mail ends when another is asked for', async () => {
    const earlier = await askForMail();
    const later = await askForMail();
    expect((await confirm({ token: earlier.token })).data).toEqual(refused('EXPIRED'));
    expect((await confirm({ email: EMAIL, code: earlier.code })).data).not.toEqual(signedIn);
    expect((await confirm({ token: later.token })).data).toEqual(signedIn);
  });

  test('altered or made up opens nothing', async () => {
    const { token } = await askForMail();
    const altered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [altered, '', token.slice(1), 'é'.repeat(10_000)]) {
      expect((await confirm({ token: wrong })).data).toEqual(refused('INVALID'));
    }
  });

  test('still works when somebody has wasted the tries of the code', async () => {
    const { token, code, wrongCode } = await askForMail();
    for (let tries = 0; tries < 5; tries += 1) await confirm({ email: EMAIL, code: wrongCode });
    expect((await confirm({ email: EMAIL, code })).data).toEqual(refused('TOO_MANY_TRIES'));
    expect((await confirm({ token })).data).toEqual(signedIn);
  });
});

describe('the code', () => {
  test('opens a session with its address, typed with spaces', async () => {
    const { code } = await askForMail();
    const typed = `${code.slice(0, 3)}\u00a0${code.slice(3)} `;
    expect((await confirm({ email: ` ${EMAIL.toUpperCase()}`, code: typed })).data).toEqual(signedIn);
  });

  test('gives five tries, also to many trying at once', async () => {
    const { code, wrongCode } = await askForMail();
    const wrong = await Promise.all(
      Array.from({ length: 12 }, () => confirm({ email: EMAIL, code: wrongCode })),
    );
    const triesLeft = wrong.map(
      ({ data }) => (data?.['confirmSignIn'] as { triesLeft: number | null }).triesLeft,
    );
    expect(triesLeft.filter((left) => left !== null).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect((await confirm({ email: EMAIL, code })).data).toEqual(refused('TOO_MANY_TRIES'));
  });

  test('of another address opens nothing', async () => {
    const { code } = await askForMail();
    await request('personne@preau.test');
    expect((await confirm({ email: 'personne@preau.test', code })).data).toEqual(refused('INVALID', 4));
  });

  test('without a mail asked for has expired', async () => {
    expect((await confirm({ email: EMAIL, code: '123456' })).data).toEqual(refused('EXPIRED'));
  });

  test.each([{}, { email: EMAIL }, { code: '123456' }])('%j alone is bad input', async (proof) => {
    expect((await confirm(proof)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

test('signing in again on the same browser ends the session it had', async () => {
  const first = cookieOf(await confirm({ token: (await askForMail()).token }));
  const second = cookieOf(await confirm({ token: (await askForMail()).token }, { cookie: first }));
  expect(second).not.toBe(first);
  expect(await me(second)).toEqual({ email: EMAIL });
  expect(await api.database.query('SELECT count(*)::int AS open FROM session')).toEqual([{ open: 1 }]);
});
