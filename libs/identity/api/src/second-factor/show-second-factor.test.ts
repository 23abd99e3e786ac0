import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser, TestMails } from '../sign-in/test-browser';
import { freezeClock, passMoment, passSteps } from './test-clock';
import { codeOf, enrol, refusedFor, sent, wrongCodeOf } from './test-second-factor';

const SIGNED_IN = { __typename: 'SignedIn' };

let api: TestApi;
let mails: TestMails;

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
beforeEach(() => api.database.query('DELETE FROM attempt'));

/** A browser of which the account's second factor is still wanted. */
async function signingIn(email: string) {
  const browser = new TestBrowser(api);
  passMoment();
  const { data } = await browser.confirm({ token: (await mails.askFrom(browser, email)).token });
  return { browser, step: data?.confirmSignIn };
}
/** A new account whose second factor was set up in another browser, half a minute ago. */
async function withFactor(...grants: ('teacher' | 'admin')[]) {
  const { id, email } = await anAccount(api, { grants });
  const { browser } = await signingIn(email);
  const { secret, recoveryCodes } = await enrol(browser);
  passSteps(1);
  await api.database.query('DELETE FROM attempt');
  return { id, email, secret, recoveryCodes, browser };
}
const sessionsOf = async (id: string) =>
  (await api.database.query<unknown[]>('SELECT FROM session WHERE account_id = $1', [id])).length;
const mailFigures = async (browser: TestBrowser) => {
  const { data, errors } = await browser.graphql('{ mailFigures { dead } }');
  return errors?.[0]?.extensions.code ?? data;
};

describe('signing in to an account with a second factor', () => {
  test('asks for it after the mail, and opens a session that acts with all its roles', async () => {
    const { email, secret } = await withFactor('admin');
    const { browser, step } = await signingIn(email);
    expect(step).toMatchObject({ __typename: 'SignInPending', step: 'SECOND_FACTOR' });
    expect(await browser.me()).toBeNull();
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toMatchObject({
      ...SIGNED_IN,
      account: { email, roles: ['ADMIN'] },
    });
    expect(await browser.me()).toEqual({ email });
    expect(await mailFigures(browser)).toEqual({ mailFigures: { dead: 0 } });
  });

  test('takes no code twice, nor one of before the last that was taken', async () => {
    const { email, secret } = await withFactor();
    const [one, two] = [(await signingIn(email)).browser, (await signingIn(email)).browser];
    expect(await sent(one, 'confirmSecondFactor', codeOf(secret))).toMatchObject(SIGNED_IN);
    expect(await sent(two, 'confirmSecondFactor', codeOf(secret))).toEqual(refusedFor('INVALID', 8));
    expect(await sent(two, 'confirmSecondFactor', codeOf(secret, -1))).toEqual(refusedFor('INVALID', 7));
    passSteps(1);
    expect(await sent(two, 'confirmSecondFactor', codeOf(secret))).toMatchObject(SIGNED_IN);
  });

  test.each<[string, (secret: string) => string]>([
    ['of two steps ago', (secret) => codeOf(secret, -2)],
    ['of two steps from now', (secret) => codeOf(secret, 2)],
    ['of no step', wrongCodeOf],
    ['that is empty', () => ''],
    ['that is no code', () => '123 456 789'],
    ['that is no recovery code of the account', () => '0000-0000-0000'],
    ['that is a whole page', () => '1'.repeat(10_000)],
  ])('by a code %s is refused', async (_, code) => {
    const { id, email, secret } = await withFactor();
    const { browser } = await signingIn(email);
    const open = await sessionsOf(id);
    expect(await sent(browser, 'confirmSecondFactor', code(secret))).toEqual(refusedFor('INVALID', 9));
    expect(await sessionsOf(id)).toBe(open);
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toMatchObject(SIGNED_IN);
  });

  test('by a code or a recovery code of another account is refused', async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    const { browser } = await signingIn(one.email);
    expect(await sent(browser, 'confirmSecondFactor', codeOf(other.secret))).toMatchObject({
      code: 'INVALID',
    });
    expect(await sent(browser, 'confirmSecondFactor', other.recoveryCodes[0])).toMatchObject({
      code: 'INVALID',
    });
  });

  test.each([
    ['one second before it ends', '1 second', SIGNED_IN],
    ['one second after', '-1 second', refusedFor('EXPIRED')],
  ])('%s', async (_, left, answer) => {
    const { email, secret } = await withFactor();
    const { browser } = await signingIn(email);
    await api.database.query('UPDATE pending_sign_in SET expires_at = $1::timestamptz + $2::interval', [
      new Date(),
      left,
    ]);
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toMatchObject(answer);
  });

  test('in another browser, or with its cookie altered, finds nothing begun', async () => {
    const { email, secret } = await withFactor();
    const { browser } = await signingIn(email);
    const last = browser.cookie.at(-1);
    const altered = browser.cookie.slice(0, -1) + (last === 'A' ? 'B' : 'A');
    const confirm = (cookie: string) =>
      api.graphql(
        'mutation ($code: String!) { confirmSecondFactor(code: $code) { ... on SecondFactorRefused { code } } }',
        { code: codeOf(secret) },
        { headers: { cookie } },
      );
    for (const cookie of [altered, 'preau-connexion=', 'theme=dark'])
      expect((await confirm(cookie)).data).toEqual({ confirmSecondFactor: { code: 'EXPIRED' } });
    expect(await sent(new TestBrowser(api), 'confirmSecondFactor', codeOf(secret))).toEqual(
      refusedFor('EXPIRED'),
    );
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toMatchObject(SIGNED_IN);
  });

  test('is once only: the proof of the mail is gone with it', async () => {
    const { email, secret } = await withFactor();
    const { browser } = await signingIn(email);
    await sent(browser, 'confirmSecondFactor', codeOf(secret));
    passSteps(1);
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toEqual(refusedFor('EXPIRED'));
  });

  test('does not open a new account', async () => {
    const { browser, step } = await signingIn('personne@preau.test');
    expect(step).toMatchObject({ step: 'REGISTRATION' });
    expect(await sent(browser, 'confirmSecondFactor', '123456')).toEqual(refusedFor('EXPIRED'));
  });
});

describe('a recovery code', () => {
  test('serves once, however it is typed, and its owner is told', async () => {
    const { id, email, recoveryCodes } = await withFactor();
    const code = recoveryCodes[3]!;
    const { browser } = await signingIn(email);
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')}`;
    expect(await sent(browser, 'confirmSecondFactor', typed)).toMatchObject(SIGNED_IN);
    expect(await browser.me('security { recoveryCodesLeft secondFactorShown }')).toEqual({
      security: { recoveryCodesLeft: 9, secondFactorShown: true },
    });
    const again = (await signingIn(email)).browser;
    expect(await sent(again, 'confirmSecondFactor', code)).toEqual(refusedFor('INVALID', 8));
    const told = await api.database.query<{ subject: string; kind: string }[]>(
      'SELECT subject, kind FROM outgoing_mail WHERE account_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(told).toEqual([
      { kind: 'security', subject: 'Un code de secours de votre compte vient de servir' },
    ]);
    const audited = await api.database.query(
      `SELECT details FROM audit_entry WHERE account_id = $1 AND action = 'second-factor.recovery-code'`,
      [id],
    );
    expect(audited).toEqual([{ details: { left: 9 } }]);
  });

  test('sent two hundred times at once by one browser opens one session', async () => {
    const { id, email, recoveryCodes } = await withFactor();
    const { browser } = await signingIn(email);
    const open = await sessionsOf(id);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => sent(browser, 'confirmSecondFactor', recoveryCodes[0])),
    );
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
    expect(await sessionsOf(id)).toBe(open + 1);
  });

  test('sent at once by ten browsers that are signing in opens one session', async () => {
    const { id, email, recoveryCodes, browser: first } = await withFactor();
    const browsers = [];
    for (let one = 0; one < 10; one += 1) {
      browsers.push((await signingIn(email)).browser);
      await api.database.query('DELETE FROM sign_in_request');
    }
    const open = await sessionsOf(id);
    const answers = await Promise.all(
      browsers.map((browser) => sent(browser, 'confirmSecondFactor', recoveryCodes[0])),
    );
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'INVALID' || code === 'TOO_MANY_TRIES')).toHaveLength(9);
    expect(await sessionsOf(id)).toBe(open + 1);
    expect(await first.me('security { recoveryCodesLeft }')).toEqual({ security: { recoveryCodesLeft: 9 } });
  });
});

describe('tries', () => {
  test('are ten in a quarter of an hour, over all browsers and operations; then the right code is refused too', async () => {
    const { email, secret, browser: signedIn, recoveryCodes } = await withFactor();
    const { browser } = await signingIn(email);
    for (let left = 9; left > 0; left -= 1) {
      const from = left % 2 ? browser : signedIn;
      const operation = left % 2 ? 'confirmSecondFactor' : 'renewRecoveryCodes';
      expect(await sent(from, operation, wrongCodeOf(secret))).toEqual(refusedFor('INVALID', left));
    }
    const tooMany = refusedFor('TOO_MANY_TRIES');
    expect(await sent(browser, 'confirmSecondFactor', wrongCodeOf(secret))).toEqual(tooMany);
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toEqual(tooMany);
    expect(await sent(browser, 'confirmSecondFactor', recoveryCodes[0])).toEqual(tooMany);
    await api.database.query("UPDATE attempt SET since = since - interval '16 minutes'");
    expect(await sent(browser, 'confirmSecondFactor', codeOf(secret))).toMatchObject(SIGNED_IN);
  });

  test('are counted one by one behind the aliases of one request', async () => {
    const { email, secret } = await withFactor();
    const { browser } = await signingIn(email);
    const wrong = wrongCodeOf(secret);
    const aliases = Array.from(
      { length: 14 },
      (_, at) =>
        `t${String(at)}: confirmSecondFactor(code: "${wrong}") { ... on SecondFactorRefused { code } }`,
    );
    const right = `last: confirmSecondFactor(code: "${codeOf(secret)}") { __typename }`;
    const { data } = await browser.graphql<Record<string, { code?: string; __typename?: string }>>(
      `mutation { ${aliases.join(' ')} ${right} }`,
    );
    const codes = Object.values(data ?? {}).map(({ code }) => code);
    expect(codes.slice(0, 9)).toEqual(Array(9).fill('INVALID'));
    expect(codes.slice(9, 14)).toEqual(Array(5).fill('TOO_MANY_TRIES'));
    expect(data?.['last']?.__typename).toBe('SecondFactorRefused');
  });
});

describe('a session opened without it', () => {
  test('does not act with the roles that want one, until it is shown: then under a new id', async () => {
    const { id, secret } = await withFactor('teacher', 'admin');
    const session = await aSession(api, id);
    await api.database.query('UPDATE session SET second_factor_at = NULL WHERE id = $1', [session.id]);
    const browser = new TestBrowser(api).with(session.headers.cookie);
    expect(await mailFigures(browser)).toBe('NOT_FOUND');
    const waiting = 'roles security { rightsWaiting secondFactorShown session { id } }';
    expect(await browser.me(waiting)).toEqual({
      roles: ['TEACHER', 'ADMIN'],
      security: { rightsWaiting: ['ADMIN'], secondFactorShown: false, session: { id: session.id } },
    });
    expect(await sent(browser, 'showSecondFactor', wrongCodeOf(secret))).toEqual(refusedFor('INVALID', 9));
    expect(await sent(browser, 'showSecondFactor', codeOf(secret))).toMatchObject(SIGNED_IN);
    expect(browser.cookie).not.toBe(session.headers.cookie);
    expect(await mailFigures(browser)).toEqual({ mailFigures: { dead: 0 } });
    expect(await browser.me(waiting)).toMatchObject({
      security: {
        rightsWaiting: [],
        secondFactorShown: true,
        session: { id: expect.not.stringMatching(session.id) },
      },
    });
    expect(await api.database.query('SELECT FROM session WHERE id = $1', [session.id])).toEqual([]);
  });

  test('that has ended meanwhile shows nothing', async () => {
    const { id, secret } = await withFactor('admin');
    const session = await aSession(api, id);
    const browser = new TestBrowser(api).with(session.headers.cookie);
    expect(await browser.me()).not.toBeNull();
    // Not announced: this process still remembers it.
    await api.database.query('DELETE FROM session WHERE id = $1', [session.id]);
    const open = await sessionsOf(id);
    expect(await sent(browser, 'showSecondFactor', codeOf(secret))).toEqual({
      __typename: 'UNAUTHENTICATED',
    });
    expect(await sessionsOf(id)).toBe(open);
  });
});
