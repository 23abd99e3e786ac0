import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeProvider, startTestApi, type Misbehaviour, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser } from '../sign-in/test-browser';
import { destination, leave, refusal, signInWith } from './test-sign-in';

type Claims = Record<string, unknown>;

let api: TestApi;
let provider: FakeProvider;
let other: FakeProvider;
let browser: TestBrowser;

beforeAll(async () => {
  provider = await FakeProvider.start();
  other = await FakeProvider.start();
  const providers = [
    provider.settings(),
    other.settings({ name: 'other' }),
    provider.settings({ name: 'signed', userinfo: 'signed' }),
    provider.settings({ name: 'strict', acceptedAcrs: ['eidas2', 'eidas3'] }),
  ];
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { OIDC_PROVIDERS: JSON.stringify(providers), PUBLIC_URL: 'http://localhost:3000' },
  });
});
afterAll(async () => {
  await api.close();
  await Promise.all([provider.close(), other.close()]);
});
beforeEach(async () => {
  browser = new TestBrowser(api);
  for (const one of [provider, other]) {
    one.misbehaviour = {};
    one.person = { sub: 'somebody', email: 'somebody@preau.test', email_verified: true };
    one.acr = 'eidas1';
  }
  await api.database.query('DELETE FROM pending_sign_in');
});

const rows = async (table: string) =>
  (await api.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

/** The refusal, once it is sure that nothing came of the answer and nothing was told but a code. */
async function refused(response: Response): Promise<string> {
  expect(response.status).toBe(303);
  expect(await response.text()).toBe(`See Other. Redirecting to ${destination(response)}`);
  for (const table of ['account', 'session', 'pending_sign_in', 'provider_identity'])
    expect([table, await rows(table)]).toEqual([table, 0]);
  return refusal(response);
}
const misbehaving = async (misbehaviour: Misbehaviour, name = 'fake') => {
  provider.misbehaviour = misbehaviour;
  return refused(await signInWith(provider, browser, { name }));
};

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

describe('an identity token', () => {
  const now = Math.floor(Date.now() / 1000);
  const without = (name: string) => (claims: Claims) => {
    const { [name]: _, ...rest } = claims;
    return rest;
  };
  test.each<[string, (claims: Claims) => Claims]>([
    ['with another nonce', (claims) => ({ ...claims, nonce: 'A'.repeat(43) })],
    ['without a nonce', without('nonce')],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://ailleurs.example' })],
    ['of the issuer with a slash more', (claims) => ({ ...claims, iss: `${String(claims['iss'])}/` })],
    ['of no issuer', without('iss')],
    ['for another audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['for no audience', without('aud')],
    ['for an empty list of them', (claims) => ({ ...claims, aud: [] })],
    ['for several, authorising none', (claims) => ({ ...claims, aud: ['preau', 'somebody-else'] })],
    [
      'for several, authorising another',
      (claims) => ({ ...claims, aud: ['preau', 'somebody-else'], azp: 'somebody-else' }),
    ],
    ['for us, authorising another', (claims) => ({ ...claims, azp: 'somebody-else' })],
    ['expired', (claims) => ({ ...claims, exp: now - 60 })],
    ['that never expires', without('exp')],
    ['made in the future', (claims) => ({ ...claims, iat: now + 3_600, exp: now + 7_200 })],
    ['made yesterday', (claims) => ({ ...claims, iat: now - 86_400 })],
    ['of no time', without('iat')],
    ['not valid yet', (claims) => ({ ...claims, nbf: now + 3_600 })],
    ['of nobody', without('sub')],
    ['of an empty name', (claims) => ({ ...claims, sub: '' })],
    ['of a number', (claims) => ({ ...claims, sub: 42 })],
  ])('%s', async (_, idToken) => {
    expect(await misbehaving({ idToken })).toBe('INVALID');
  });

  test.each<Misbehaviour['signs'] & string>(['not', 'foreign-key', 'client-secret', 'other-algorithm'])(
    'signed: %s',
    async (signs) => {
      expect(await misbehaving({ signs })).toBe('INVALID');
    },
  );

  test.each<[string, unknown]>([
    ['none', { access_token: 'a', token_type: 'Bearer' }],
    ['something else', { access_token: 'a', token_type: 'Bearer', id_token: 'a.b' }],
    ['a number', { access_token: 'a', token_type: 'Bearer', id_token: 42 }],
    ['a page', '<html>'],
  ])('in an answer with %s of it', async (_, body) => {
    expect(await misbehaving({ answersToken: () => ({ status: 200, body }) })).toBe('INVALID');
  });

  test.each(['eidas1', undefined, 'EIDAS2', 'eidas2 eidas3'])(
    'of level %j where eidas2 or eidas3 is wanted',
    async (acr) => {
      provider.acr = acr;
      expect(await refused(await signInWith(provider, browser, { name: 'strict' }))).toBe('LEVEL_TOO_LOW');
    },
  );
});

describe('signed userinfo', () => {
  beforeEach(() => {
    provider.person = { ...provider.person, signed: true };
  });
  test.each<[string, Misbehaviour]>([
    ['not signed', { userinfoSigns: 'not' }],
    ['not a token', { userinfoSigns: 'plain' }],
    ['signed by somebody else', { userinfoSigns: 'foreign-key' }],
    ['about somebody else', { userinfo: (told) => ({ ...told, sub: 'somebody-else' }) }],
    ['about nobody', { userinfo: ({ sub: _, ...told }) => told }],
    ['of another issuer', { userinfo: (told) => ({ ...told, iss: 'https://ailleurs.example' }) }],
    ['of no issuer', { userinfo: ({ iss: _, ...told }) => told }],
    ['for somebody else', { userinfo: (told) => ({ ...told, aud: 'somebody-else' }) }],
    ['for nobody', { userinfo: ({ aud: _, ...told }) => told }],
    ['expired', { userinfo: (told) => ({ ...told, exp: 1 }) }],
  ])('%s', async (_, misbehaviour) => {
    expect(await misbehaving(misbehaviour, 'signed')).toBe('INVALID');
  });
});

test('plain userinfo about somebody else', async () => {
  expect(await misbehaving({ userinfo: (told) => ({ ...told, sub: 'somebody-else' }) })).toBe('INVALID');
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
