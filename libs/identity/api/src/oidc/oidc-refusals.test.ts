import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakeProvider, TestApi } from '@preau/testing';
import { TestBrowser } from '../sign-in/test-browser';
import { Refusals } from './test-refusals';
import { destination, leave, refusal, signInWith } from './test-sign-in';

let refusals: Refusals;
let api: TestApi;
let provider: FakeProvider;
let other: FakeProvider;
let browser: TestBrowser;
const refused = (response: Response) => refusals.refused(response);

beforeAll(async () => {
  refusals = await Refusals.start();
  ({ api, provider, other } = refusals);
});
afterAll(() => refusals.close());
beforeEach(async () => {
  await refusals.reset();
  ({ browser } = refusals);
});

test('the very same way, with nothing wrong, leads on', async () => {
  expect(destination(await signInWith(provider, browser))).toBe('/connexion/compte');
  provider.person = { ...provider.person, signed: true };
  expect(destination(await signInWith(provider, browser, { name: 'signed' }))).toBe('/connexion/compte');
  provider.person = { ...provider.person, signed: false };
  provider.acr = 'eidas3';
  expect(destination(await signInWith(provider, browser, { name: 'strict' }))).toBe('/connexion/compte');
});

describe('the state', () => {
  test.each<[string, Record<string, string | null>]>([
    ['missing', { state: null }],
    ['empty', { state: '' }],
    ['made up', { state: 'A'.repeat(43) }],
  ])('%s', async (_, changes) => {
    expect(await refused(await signInWith(provider, browser, { changes }))).toBe('EXPIRED');
  });

  test.each<[string, (state: string) => string]>([
    ['altered by one letter', (state) => (state.startsWith('A') ? 'B' : 'A') + state.slice(1)],
    ['in another case', (state) => state.toUpperCase()],
    ['cut', (state) => state.slice(0, -1)],
    ['lengthened', (state) => `${state}A`],
  ])('%s', async (_, change) => {
    const away = await leave(browser);
    const state = change(new URL(away).searchParams.get('state') ?? '');
    expect(await refused(await browser.get(provider.signIn(away, { state })))).toBe('EXPIRED');
  });

  test('given twice', async () => {
    const back = provider.signIn(await leave(browser));
    expect(await refused(await browser.get(`${back}&state=${'A'.repeat(43)}`))).toBe('INVALID');
  });

  test('of another browser, which can still finish what it began', async () => {
    const back = provider.signIn(await leave(browser));
    const stranger = new TestBrowser(api);
    expect(await refused(await stranger.get(back))).toBe('EXPIRED');
    await leave(stranger);
    expect(await refused(await stranger.get(back))).toBe('EXPIRED');
    expect(destination(await browser.get(back))).toBe('/connexion/compte');
  });

  test('expired by one second', async () => {
    const back = provider.signIn(await leave(browser));
    await api.database.query("UPDATE oidc_request SET expires_at = now() - interval '1 second'");
    expect(await refused(await browser.get(back))).toBe('EXPIRED');
  });

  test('used before', async () => {
    provider.misbehaviour = { takesCodesAgain: true };
    const back = provider.signIn(await leave(browser));
    await browser.get(back);
    await api.database.query('DELETE FROM pending_sign_in');
    expect(await refused(await browser.get(back))).toBe('EXPIRED');
  });

  test('used by several at once: one gets through', async () => {
    provider.misbehaviour = { takesCodesAgain: true };
    const back = provider.signIn(await leave(browser));
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.get(back)));
    const led = answers.map((answer) => refusal(answer) || destination(answer)).sort();
    expect(led).toEqual(['/connexion/compte', ...Array<string>(5).fill('EXPIRED')]);
    expect(provider.exchanges.filter((one) => back.includes(one.get('code') ?? '-'))).toHaveLength(1);
  });

  test('of a request to another provider (mix-up): refused, and used up', async () => {
    const back = other.signIn(await leave(browser, 'other'));
    const exchanged = provider.exchanges.length;
    expect(await refused(await browser.get(back.replace('/auth/other/', '/auth/fake/')))).toBe('INVALID');
    expect(provider.exchanges).toHaveLength(exchanged);
    expect(await refused(await browser.get(back))).toBe('EXPIRED');
  });
});

describe('who answers (RFC 9207)', () => {
  test.each<[string, string | null]>([
    ['not said, though the provider says it says so', null],
    ['another', 'https://ailleurs.example'],
  ])('%s', async (_, iss) => {
    const exchanged = provider.exchanges.length;
    expect(await refused(await signInWith(provider, browser, { changes: { iss } }))).toBe('INVALID');
    expect(provider.exchanges).toHaveLength(exchanged);
  });

  test('another provider of ours', async () => {
    const changes = { iss: other.issuer };
    expect(await refused(await signInWith(provider, browser, { changes }))).toBe('INVALID');
  });
});

describe('the code', () => {
  test.each<[string, string | null]>([
    ['missing', null],
    ['empty', ''],
    ['made up', 'A'],
  ])('%s', async (_, code) => {
    expect(await refused(await signInWith(provider, browser, { changes: { code } }))).toBe('INVALID');
  });

  test.each([false, true])(
    'replayed under another state; taken again by the provider: %s',
    async (takesCodesAgain) => {
      provider.misbehaviour = { takesCodesAgain };
      const first = provider.signIn(await leave(browser));
      await browser.get(first);
      await api.database.query('DELETE FROM pending_sign_in');
      const code = new URL(first, 'http://x').searchParams.get('code');
      expect(await refused(await signInWith(provider, browser, { changes: { code } }))).toBe('INVALID');
    },
  );

  test('of somebody else, slipped into one’s own answer', async () => {
    const theirs = new URL(provider.signIn(await leave(new TestBrowser(api))), 'http://x').searchParams;
    const changes = { code: theirs.get('code') };
    expect(await refused(await signInWith(provider, browser, { changes }))).toBe('INVALID');
  });
});

describe('PKCE', () => {
  test('the verifier is sent, and is that of the challenge', async () => {
    const away = await leave(browser);
    await browser.get(provider.signIn(away));
    const verifier = provider.exchanges.at(-1)?.get('code_verifier') ?? '';
    expect(verifier).toMatch(/^[\w-]{43,128}$/);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
      new URL(away).searchParams.get('code_challenge'),
    );
  });

  test('another verifier gets no token', async () => {
    const back = provider.signIn(await leave(browser));
    await api.database.query("UPDATE oidc_request SET code_verifier = repeat('A', 43)");
    expect(await refused(await browser.get(back))).toBe('INVALID');
  });
});

describe('an error', () => {
  test.each([
    ['access_denied', 'CANCELLED'],
    ['login_required', 'CANCELLED'],
    ['server_error', 'UNAVAILABLE'],
    ['temporarily_unavailable', 'UNAVAILABLE'],
    ['invalid_scope', 'PROVIDER_ERROR'],
    ['<script>alert(1)</script>', 'PROVIDER_ERROR'],
  ])('%s is %s, once', async (error, code) => {
    const back = provider.refuse(await leave(browser), error);
    expect(await refused(await browser.get(back))).toBe(code);
    expect(await refused(await browser.get(back))).toBe('EXPIRED');
  });

  test('that this browser did not ask for', async () => {
    const back = provider.refuse(await leave(browser), 'access_denied');
    expect(await refused(await new TestBrowser(api).get(back))).toBe('EXPIRED');
  });

  test('that comes from another provider', async () => {
    const back = provider.refuse(await leave(browser), 'access_denied');
    expect(await refused(await browser.get(back.replace(/iss=[^&]+/, 'iss=x')))).toBe('INVALID');
  });
});

test.each([
  '/auth/personne',
  '/auth/personne/callback?code=a&state=b',
  '/auth/FAKE',
  '/auth/..%2fother',
  '/auth/__proto__',
])('%s is no provider', async (path) => {
  expect(await refused(await browser.get(path))).toBe('UNKNOWN_PROVIDER');
});

test('a session one has stays open when another sign-in is refused', async () => {
  await signInWith(provider, browser);
  await browser.register({
    age: 'ADULT',
    displayName: 'Nadia',
    isPseudonym: false,
    declaredRole: 'CITIZEN',
    charterVersion: '1.0',
  });
  provider.misbehaviour = { signs: 'not' };
  expect(refusal(await signInWith(provider, browser))).toBe('INVALID');
  expect(await browser.me()).toEqual({ email: 'somebody@preau.test' });
  await api.database.query('DELETE FROM account');
});
