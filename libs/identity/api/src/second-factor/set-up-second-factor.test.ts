import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { anAccount, startTestApi, type TestApi } from '@preau/testing';
import { Secret, URI } from 'otpauth';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser, TestMails } from '../sign-in/test-browser';
import { codeOf, enrol, refusedFor, sent, wrongCodeOf } from './test-second-factor';
import { freezeClock, passMoment, passSteps } from './test-clock';

const SECURITY =
  'security { secondFactorSince recoveryCodesLeft secondFactorShown secondFactorWanted rightsWaiting }';
interface Security {
  security: {
    secondFactorSince: string | null;
    recoveryCodesLeft: number;
    secondFactorShown: boolean;
    secondFactorWanted: boolean;
    rightsWaiting: string[];
  };
}

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

/** A browser signed in by mail to a new account with these roles. */
async function signedIn(...grants: ('teacher' | 'admin' | 'staff')[]) {
  const { id, email } = await anAccount(api, { grants });
  return { id, email, browser: await signInTo(email) };
}
async function signInTo(email: string) {
  const browser = new TestBrowser(api);
  passMoment();
  await browser.confirm({ token: (await mails.askFrom(browser, email)).token });
  return browser;
}
const securityOf = async (browser: TestBrowser) => (await browser.me<Security>(SECURITY))?.security;
const audited = (id: string) =>
  api.database
    .query<{ action: string }[]>('SELECT action FROM audit_entry WHERE account_id = $1 ORDER BY rank', [id])
    .then((rows) => rows.map(({ action }) => action));
const mailFigures = async (browser: TestBrowser) => {
  const { data, errors } = await browser.graphql('{ mailFigures { dead } }');
  return errors?.[0]?.extensions.code ?? data;
};

describe('setting a second factor up', () => {
  test('gives the key to scan and to type, and says whose it is', async () => {
    const { browser, email } = await signedIn();
    const { uri, secret } = await sent(browser, 'beginSecondFactor');
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const read = URI.parse(uri);
    expect([read.secret.base32, read.issuer, read.label]).toEqual([
      secret.replaceAll(' ', ''),
      'Préau',
      email,
    ]);
    expect(read).toMatchObject({ algorithm: 'SHA1', digits: 6, period: 30 });
    expect(await sent(browser, 'beginSecondFactor')).toMatchObject({ uri, secret });
  });

  test('its first code makes it serve: ten recovery codes, a new session id, an entry in the audit log', async () => {
    const { browser, id, email } = await signedIn('admin');
    expect(await mailFigures(browser)).toBe('NOT_FOUND');
    expect(await securityOf(browser)).toEqual({
      secondFactorSince: null,
      recoveryCodesLeft: 0,
      secondFactorShown: false,
      secondFactorWanted: true,
      rightsWaiting: ['ADMIN'],
    });
    const before = browser.cookie;
    const { secret } = await sent(browser, 'beginSecondFactor');
    const given = await sent(browser, 'confirmSecondFactorSetup', codeOf(secret));
    expect(given).toEqual({ __typename: 'RecoveryCodesGiven', codes: expect.anything(), account: { email } });
    expect(new Set(given.codes).size).toBe(10);
    expect(given.codes.every((code) => /^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/.test(code))).toBe(true);
    expect(browser.cookie).not.toBe(before);
    expect(await mailFigures(browser)).toEqual({ mailFigures: { dead: 0 } });
    expect(await securityOf(browser)).toEqual({
      secondFactorSince: expect.any(String),
      recoveryCodesLeft: 10,
      secondFactorShown: true,
      secondFactorWanted: true,
      rightsWaiting: [],
    });
    expect(await audited(id)).toEqual(['second-factor.enable']);
    const sessions = await api.database.query('SELECT id FROM session WHERE account_id = $1', [id]);
    expect(sessions).toHaveLength(1);
  });

  test('nothing of it can be read in the tables', async () => {
    const { browser, id } = await signedIn();
    const { secret } = await sent(browser, 'beginSecondFactor');
    const key = secret.replaceAll(' ', '');
    const bytes = Buffer.from(Secret.fromBase32(key).bytes);
    const kept = async () => {
      const [factor] = await api.database.query<{ row: string }[]>(
        'SELECT f::text AS row FROM second_factor f WHERE account_id = $1',
        [id],
      );
      const codes = await api.database.query<{ row: string }[]>(
        `SELECT c::text || encode(code_hash, 'escape') AS row FROM recovery_code c WHERE account_id = $1`,
        [id],
      );
      return [factor, ...codes].map((one) => one?.row ?? '').join('\n');
    };
    expect(await kept()).not.toContain(bytes.toString('hex'));
    const { codes } = await sent(browser, 'confirmSecondFactorSetup', codeOf(secret));
    const after = await kept();
    for (const clear of [
      bytes.toString('hex'),
      key,
      ...codes,
      ...codes.map((code) => code.replaceAll('-', '')),
    ])
      expect(after).not.toContain(clear);
  });

  test.each<[string, (secret: string) => string, object]>([
    ['of two steps ago', (secret) => codeOf(secret, -2), refusedFor('INVALID', 9)],
    ['of the step before', (secret) => codeOf(secret, -1), { __typename: 'RecoveryCodesGiven' }],
    ['of the next step', (secret) => codeOf(secret, 1), { __typename: 'RecoveryCodesGiven' }],
    ['of two steps from now', (secret) => codeOf(secret, 2), refusedFor('INVALID', 9)],
    ['of no step', wrongCodeOf, refusedFor('INVALID', 9)],
    [
      'with spaces',
      (secret) => ` ${codeOf(secret).replace(/...$/, ' $&')} `,
      { __typename: 'RecoveryCodesGiven' },
    ],
    ['too short', (secret) => codeOf(secret).slice(1), refusedFor('INVALID', 9)],
    ['too long', (secret) => `${codeOf(secret)}0`, refusedFor('INVALID', 9)],
    ['empty', () => '', refusedFor('INVALID', 9)],
    ['in other figures', () => '１２３４５６', refusedFor('INVALID', 9)],
  ])('by a code %s', async (_, code, result) => {
    const { browser } = await signedIn();
    const { secret } = await sent(browser, 'beginSecondFactor');
    expect(await sent(browser, 'confirmSecondFactorSetup', code(secret))).toMatchObject(result);
  });

  test('with the key of somebody else is refused', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await sent(one.browser, 'beginSecondFactor');
    const { secret } = await sent(other.browser, 'beginSecondFactor');
    expect(await sent(one.browser, 'confirmSecondFactorSetup', codeOf(secret))).toEqual(
      refusedFor('INVALID', 9),
    );
    // Copied by somebody who can write to the table: sealed for its own account, the key opens for no other.
    await api.database.query(
      `UPDATE second_factor SET next_sealed_secret = (SELECT next_sealed_secret FROM second_factor WHERE account_id = $2)
       WHERE account_id = $1`,
      [one.id, other.id],
    );
    expect((await sent(one.browser, 'confirmSecondFactorSetup', codeOf(secret))).__typename).toBe('INTERNAL');
  });

  test('that was not begun, or half an hour ago, is begun again', async () => {
    const { browser, id } = await signedIn();
    expect(await sent(browser, 'confirmSecondFactorSetup', '123456')).toEqual(refusedFor('EXPIRED'));
    const { secret } = await sent(browser, 'beginSecondFactor');
    await api.database.query(
      `UPDATE second_factor SET next_begun_at = next_begun_at - interval '30 minutes' WHERE account_id = $1`,
      [id],
    );
    expect(await sent(browser, 'confirmSecondFactorSetup', codeOf(secret))).toEqual(refusedFor('EXPIRED'));
    expect((await sent(browser, 'beginSecondFactor')).secret).not.toBe(secret);
  });

  test('twice at once gives one set of recovery codes that serve', async () => {
    const { browser, id } = await signedIn();
    const { secret } = await sent(browser, 'beginSecondFactor');
    const answers = await Promise.all(
      [0, 1, 0, 1].map((steps) => sent(browser, 'confirmSecondFactorSetup', codeOf(secret, steps))),
    );
    expect(answers.filter(({ __typename }) => __typename === 'RecoveryCodesGiven')).toHaveLength(1);
    expect(await api.database.query('SELECT FROM recovery_code WHERE account_id = $1', [id])).toHaveLength(
      10,
    );
  });

  test('is for people who are signed in', async () => {
    const visitor = new TestBrowser(api);
    for (const operation of [
      'beginSecondFactor',
      'confirmSecondFactorSetup',
      'showSecondFactor',
      'renewRecoveryCodes',
      'removeSecondFactor',
    ] as const)
      expect((await sent(visitor, operation, '123456')).__typename).toBe('UNAUTHENTICATED');
  });
});

describe('replacing it', () => {
  test('wants one of its codes, keeps it until the new one serves, and ends the other sessions', async () => {
    const { browser, id, email } = await signedIn('staff');
    const { secret, recoveryCodes } = await enrol(browser);
    expect(await sent(browser, 'beginSecondFactor')).toEqual(refusedFor('INVALID'));
    expect(await sent(browser, 'beginSecondFactor', wrongCodeOf(secret))).toEqual(refusedFor('INVALID', 8));
    const begun = await sent(browser, 'beginSecondFactor', recoveryCodes[0]);
    expect(begun.secret).not.toBe(secret);

    passSteps(1);
    const other = await signInTo(email);
    expect(await sent(other, 'confirmSecondFactor', codeOf(begun.secret))).toMatchObject({ code: 'INVALID' });
    expect(await sent(other, 'confirmSecondFactor', codeOf(secret))).toMatchObject({
      __typename: 'SignedIn',
    });

    const given = await sent(browser, 'confirmSecondFactorSetup', codeOf(begun.secret));
    expect(given.codes).toHaveLength(10);
    expect(given.codes).not.toEqual(expect.arrayContaining(recoveryCodes.slice(1, 2)));
    const sessions = await api.database.query('SELECT id FROM session WHERE account_id = $1', [id]);
    expect(sessions).toHaveLength(1);
    passSteps(1);
    expect(await sent(browser, 'showSecondFactor', codeOf(secret))).toMatchObject({ code: 'INVALID' });
    expect(await sent(browser, 'showSecondFactor', codeOf(begun.secret))).toMatchObject({
      __typename: 'SignedIn',
    });
    expect(await audited(id)).toEqual([
      'second-factor.enable',
      'second-factor.recovery-code',
      'second-factor.replace',
    ]);
  });
});

describe('renewing recovery codes', () => {
  test('wants a code; the earlier ones serve no more', async () => {
    const { browser, id } = await signedIn();
    const { secret, recoveryCodes } = await enrol(browser);
    expect(await sent(browser, 'renewRecoveryCodes', wrongCodeOf(secret))).toEqual(refusedFor('INVALID', 8));
    passSteps(1);
    const { codes } = await sent(browser, 'renewRecoveryCodes', codeOf(secret));
    expect(codes).toHaveLength(10);
    expect(await sent(browser, 'showSecondFactor', recoveryCodes[0])).toMatchObject({ code: 'INVALID' });
    expect(await sent(browser, 'showSecondFactor', codes[0])).toMatchObject({ __typename: 'SignedIn' });
    expect(await audited(id)).toContain('second-factor.renew-recovery-codes');
  });

  test('without a second factor is refused', async () => {
    const { browser } = await signedIn();
    expect(await sent(browser, 'renewRecoveryCodes', '123456')).toEqual(refusedFor('NOT_ACTIVE'));
    expect(await sent(browser, 'removeSecondFactor', '123456')).toEqual(refusedFor('NOT_ACTIVE'));
    expect(await sent(browser, 'showSecondFactor', '123456')).toEqual(refusedFor('NOT_ACTIVE'));
  });
});

describe('giving it up', () => {
  test('wants a code, and leaves nothing', async () => {
    const { browser, id } = await signedIn('teacher');
    const { secret } = await enrol(browser);
    expect(await sent(browser, 'removeSecondFactor', codeOf(secret))).toMatchObject({ code: 'INVALID' });
    passSteps(1);
    const before = browser.cookie;
    expect(await sent(browser, 'removeSecondFactor', codeOf(secret))).toMatchObject({
      __typename: 'SecondFactorRemoved',
    });
    expect(browser.cookie).not.toBe(before);
    expect(await securityOf(browser)).toMatchObject({ secondFactorSince: null, secondFactorShown: false });
    for (const table of ['second_factor', 'recovery_code'])
      expect(await api.database.query(`SELECT FROM ${table} WHERE account_id = $1`, [id])).toEqual([]);
    expect(await audited(id)).toEqual(['second-factor.enable', 'second-factor.remove']);
  });

  test('is refused to whoever’s roles want one, and uses up no code', async () => {
    const { browser } = await signedIn('staff');
    const { secret } = await enrol(browser);
    passSteps(1);
    expect(await sent(browser, 'removeSecondFactor', codeOf(secret))).toEqual(refusedFor('WANTED_BY_ROLE'));
    expect(await sent(browser, 'showSecondFactor', codeOf(secret))).toMatchObject({ __typename: 'SignedIn' });
  });
});
