import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser } from '../sign-in/test-browser';
import { freezeClock, passSteps } from './test-clock';
import { codeOf, enrol, sent } from './test-second-factor';

let api: TestApi;
beforeAll(async () => {
  const settings = { PUBLIC_URL: 'http://localhost:3000', SECOND_FACTOR: 'true' };
  api = await startTestApi([IdentityApiModule], { identity: true, settings });
  freezeClock();
});
afterAll(async () => {
  jest.useRealTimers();
  await api.close();
});
beforeEach(() => api.database.query('DELETE FROM attempt'));

async function somebody() {
  const account = await anAccount(api);
  const { headers } = await aSession(api, account.id);
  return { ...account, browser: new TestBrowser(api).with(headers.cookie) };
}

interface Told {
  kind: string;
  recipient: string;
  subject: string;
  body: { blocks: { kind: string; text?: string; url?: string }[] };
}
/** The mails queued to an account since this was last asked. */
async function told(id: string): Promise<Told[]> {
  const mails = await api.database.query<Told[]>(
    'SELECT kind, recipient, subject, body FROM outgoing_mail WHERE account_id = $1 ORDER BY id',
    [id],
  );
  await api.database.query('DELETE FROM outgoing_mail WHERE account_id = $1', [id]);
  return mails;
}
const subjects = async (id: string) => (await told(id)).map(({ subject }) => subject);

test('the owner of an account is told of each change of its second factor, and of nothing that fails', async () => {
  const { browser, id } = await somebody();
  await sent(browser, 'beginSecondFactor');
  expect(await subjects(id)).toEqual([]);
  const { secret, recoveryCodes } = await enrol(browser);
  expect(await subjects(id)).toEqual(['La double authentification de votre compte est activée']);

  await sent(browser, 'renewRecoveryCodes', '000000');
  expect(await subjects(id)).toEqual([]);
  passSteps(1);
  const { codes } = await sent(browser, 'renewRecoveryCodes', codeOf(secret));
  expect(await subjects(id)).toEqual(['Les codes de secours de votre compte sont remplacés']);
  expect(codes).not.toContain(recoveryCodes[0]);

  const next = await sent(browser, 'beginSecondFactor', codes[0]);
  expect(await subjects(id)).toEqual(['Un code de secours de votre compte vient de servir']);
  await sent(browser, 'confirmSecondFactorSetup', codeOf(next.secret));
  expect(await subjects(id)).toEqual(['La double authentification de votre compte a changé d’application']);

  passSteps(1);
  await sent(browser, 'removeSecondFactor', codeOf(next.secret));
  expect(await subjects(id)).toEqual(['La double authentification de votre compte est retirée']);
});

test('each mail says what happened, where to look, and what to do if it was somebody else', async () => {
  const { browser, id, email } = await somebody();
  const { recoveryCodes } = await enrol(browser);
  await sent(browser, 'removeSecondFactor', recoveryCodes[0]);
  const mails = await told(id);
  expect(mails).toHaveLength(3);
  for (const { kind, recipient, body } of mails) {
    expect([kind, recipient]).toEqual(['security', email]);
    expect(body.blocks.at(-2)?.url).toBe('http://localhost:3000/mon-espace/securite');
    expect(body.blocks.at(-1)?.text).toMatch(/^Ce n’était pas vous\u00a0\? .{40}/);
    for (const { text = '' } of body.blocks) expect(text).not.toMatch(/undefined|null|[a-z0-9] [?!:;»]/);
  }
  // Of the code that removed them all, it is said how many were left.
  expect(mails[1]?.body.blocks.map(({ text }) => text).join(' ')).toContain(
    'Il vous reste 9 codes de secours',
  );
});

test('an account without an address has nobody to tell, and loses nothing by it', async () => {
  const { browser, id } = await somebody();
  await api.database.query('UPDATE account SET email = NULL WHERE id = $1', [id]);
  expect((await enrol(browser)).recoveryCodes).toHaveLength(10);
  expect(await told(id)).toEqual([]);
});

test('what is refused for the account’s roles tells nothing', async () => {
  const account = await anAccount(api, { grants: ['staff'] });
  const { headers } = await aSession(api, account.id);
  const browser = new TestBrowser(api).with(headers.cookie);
  const { secret } = await enrol(browser);
  await told(account.id);
  passSteps(1);
  expect(await sent(browser, 'removeSecondFactor', codeOf(secret))).toMatchObject({ code: 'WANTED_BY_ROLE' });
  expect(await told(account.id)).toEqual([]);
});
