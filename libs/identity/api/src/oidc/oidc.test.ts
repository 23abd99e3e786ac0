import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeProvider, type TestApi } from '@preau/testing';
import { TestBrowser } from '../sign-in/test-browser';
import { ADULT, count, startProviders } from './test-providers';
import { destination, leave, signInWith } from './test-sign-in';

let api: TestApi;
let provider: FakeProvider;
let browser: TestBrowser;

beforeAll(async () => {
  ({ api, provider } = await startProviders());
});
afterAll(async () => {
  await api.close();
  await provider.close();
});
beforeEach(async () => {
  browser = new TestBrowser(api);
  provider.person = { sub: `sub-${Math.random()}` };
  provider.acr = 'eidas1';
  await api.database.query('DELETE FROM account');
});

const pending = async () =>
  (await browser.graphql('{ pendingSignIn { step email proposedName } }')).data?.['pendingSignIn'];

test('the providers are told by name, those of the settings and the demonstration’s', async () => {
  expect((await browser.graphql('{ identityProviders { name label isProConnect } }')).data).toEqual({
    identityProviders: [
      { name: 'fake', label: 'un essai', isProConnect: false },
      { name: 'trusted', label: 'un annuaire', isProConnect: false },
      { name: 'agents', label: 'ProConnect', isProConnect: true },
      { name: 'schools', label: 'ÉduConnect', isProConnect: false },
      { name: 'demonstration', label: 'le fournisseur de démonstration', isProConnect: false },
    ],
  });
});

describe('leaving for a provider', () => {
  test('asks for a code, with a state and a nonce nobody guesses and the challenge of PKCE', async () => {
    const { origin, pathname, searchParams } = new URL(await leave(browser));
    expect(`${origin}${pathname}`).toBe(`${provider.issuer}/authorize`);
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(searchParams);
    expect(rest).toEqual({
      client_id: 'preau',
      response_type: 'code',
      scope: 'openid profile email',
      redirect_uri: 'http://localhost:3000/auth/fake/callback',
      code_challenge_method: 'S256',
    });
    for (const secret of [state, nonce, code_challenge]) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(new Set([state, nonce, code_challenge]).size).toBe(3);
    const again = new URL(await leave(browser)).searchParams;
    expect([again.get('state'), again.get('nonce')]).not.toEqual([state, nonce]);
  });

  test('asks ProConnect for what it documents, and for the level it reached', async () => {
    const { searchParams } = new URL(await leave(browser, 'agents'));
    expect(searchParams.get('scope')).toBe('openid given_name usual_name email uid siret');
    expect(JSON.parse(searchParams.get('claims') ?? '')).toEqual({ id_token: { acr: null } });
    expect(searchParams.has('acr_values')).toBe(false);
  });

  test('keeps nothing that could be sent in its place, and nothing for long', async () => {
    const state = new URL(await leave(browser)).searchParams.get('state') ?? '';
    const kept = await api.database.query<{ row: string }[]>('SELECT r::text AS row FROM oidc_request r');
    expect(kept.map(({ row }) => row).join()).not.toContain(state);
    await api.database.query("UPDATE oidc_request SET expires_at = now() - interval '1 second'");
    await leave(browser);
    expect(await count(api, 'oidc_request')).toBe(1);
  });

  test('is never answered from a cache', async () => {
    expect((await browser.get('/auth/fake')).headers.get('cache-control')).toBe('no-store');
    expect((await browser.get('/auth/fake/callback')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the first time', () => {
  test('one creates an account, which opens by itself the next time', async () => {
    provider.person = {
      sub: 'nadia',
      given_name: 'Nadia',
      family_name: 'Benali',
      email: 'Nadia@Preau.test',
      email_verified: true,
    };
    expect(destination(await signInWith(provider, browser))).toBe('/connexion/compte');
    expect(await count(api, 'account')).toBe(0);
    expect(await pending()).toEqual({
      step: 'REGISTRATION',
      email: 'nadia@preau.test',
      proposedName: 'Nadia Benali',
    });
    await browser.register(ADULT);
    expect(await browser.me('email displayName')).toEqual({
      email: 'nadia@preau.test',
      displayName: 'Nadia Benali',
    });
    const elsewhere = new TestBrowser(api);
    expect(destination(await signInWith(provider, elsewhere))).toBe('/mon-espace');
    expect(await elsewhere.me()).toEqual({ email: 'nadia@preau.test' });
    expect(await count(api, 'account')).toBe(1);
  });

  test('goes on to where one wanted to go, through the registration too', async () => {
    const response = await signInWith(provider, browser, { returnTo: '/pilotage?a=b#c' });
    expect(destination(response)).toBe('/connexion/compte?retour=%2Fpilotage%3Fa%3Db%23c');
    await browser.register(ADULT);
    expect(destination(await signInWith(provider, browser, { returnTo: '/pilotage?a=b#c' }))).toBe(
      '/pilotage?a=b#c',
    );
  });

  test('a pupil’s provider tells no address and no name; two pupils are two accounts', async () => {
    provider.person = { sub: 'pupil-1', email: 'x@preau.test', email_verified: true, given_name: 'Léa' };
    await signInWith(provider, browser, { name: 'schools' });
    expect(await pending()).toEqual({ step: 'REGISTRATION', email: null, proposedName: null });
    await browser.register({ ...ADULT, displayName: 'renard bleu', declaredRole: 'PUPIL' });
    provider.person = { sub: 'pupil-2' };
    const other = new TestBrowser(api);
    await signInWith(provider, other, { name: 'schools' });
    await other.register({ ...ADULT, displayName: 'loup gris', declaredRole: 'PUPIL' });
    expect([await browser.me('displayName'), await other.me('displayName')]).toEqual([
      { displayName: 'renard bleu' },
      { displayName: 'loup gris' },
    ]);
  });

  test('the same person registering in two browsers has one account', async () => {
    provider.person = { sub: 'twice' };
    const other = new TestBrowser(api);
    await signInWith(provider, browser);
    await signInWith(provider, other);
    await Promise.all([browser.register(ADULT), other.register(ADULT)]);
    expect(await count(api, 'account')).toBe(1);
    expect(await browser.me('id')).toEqual(await other.me('id'));
  });

  test('the same subject at another provider is somebody else', async () => {
    provider.person = { sub: 'same' };
    await signInWith(provider, browser);
    await browser.register(ADULT);
    const other = new TestBrowser(api);
    expect(destination(await signInWith(provider, other, { name: 'schools' }))).toBe('/connexion/compte');
  });

  test('an identity whose account was deleted creates another', async () => {
    provider.person = { sub: 'back' };
    await signInWith(provider, browser);
    await browser.register(ADULT);
    await api.database.query('UPDATE account SET deleted_at = now(), email = NULL');
    expect(destination(await signInWith(provider, browser))).toBe('/connexion/compte');
    await browser.register({ ...ADULT, displayName: 'Revenue' });
    expect(await browser.me('displayName')).toEqual({ displayName: 'Revenue' });
    expect(destination(await signInWith(provider, new TestBrowser(api)))).toBe('/mon-espace');
  });
});
