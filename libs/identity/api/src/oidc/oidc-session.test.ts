import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anAccount, type FakeProvider, type TestApi } from '@preau/testing';
import { TestBrowser } from '../sign-in/test-browser';
import { ADULT, count, startProviders } from './test-providers';
import { destination, signInWith } from './test-sign-in';

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

describe('what the provider vouches for', () => {
  const linked = async (roles: 'staff'[] = []) => {
    const account = await anAccount(api, { grants: roles });
    await api.database.query(
      "INSERT INTO provider_identity (provider, subject, account_id) VALUES ('agents', 'agent', $1)",
      [account.id],
    );
    provider.person = { sub: 'agent', signed: true };
    return account;
  };
  const session = async () =>
    (
      await api.database.query<Record<string, unknown>[]>(
        'SELECT second_factor_at IS NOT NULL AS factor, provider, id_token FROM session',
      )
    )[0];

  test('staff land in their own place', async () => {
    await linked(['staff']);
    expect(destination(await signInWith(provider, browser, { name: 'agents' }))).toBe('/pilotage');
  });

  test.each([
    ['eidas1', false],
    ['eidas2', true],
    ['eidas3', true],
    ['https://proconnect.gouv.fr/assurance/consistency-checked-2fa', true],
    ['https://proconnect.gouv.fr/assurance/consistency-checked', false],
    [undefined, false],
  ])('the level %s is worth a second factor: %s', async (acr, isWorth) => {
    await linked();
    provider.acr = acr;
    await signInWith(provider, browser, { name: 'agents' });
    expect(await session()).toMatchObject({ factor: isWorth, provider: 'agents' });
  });

  test('somebody with a second factor of their own is asked for it, unless the provider did', async () => {
    const { id } = await linked();
    await api.database.query(
      "INSERT INTO second_factor (account_id, sealed_secret, confirmed_at) VALUES ($1, 'x', now())",
      [id],
    );
    expect(destination(await signInWith(provider, browser, { name: 'agents', returnTo: '/aide' }))).toBe(
      '/connexion/second-facteur?retour=%2Faide',
    );
    expect(await browser.me()).toBeNull();
    provider.acr = 'eidas2';
    expect(destination(await signInWith(provider, browser, { name: 'agents' }))).toBe('/mon-espace');
  });

  test('the identity token is kept sealed', async () => {
    await linked();
    await signInWith(provider, browser, { name: 'agents' });
    const kept = String((await session())?.['id_token']);
    expect(kept.length).toBeGreaterThan(200);
    expect(kept).not.toContain('.');
    expect(Buffer.from(kept, 'base64url').toString('latin1')).not.toContain('eyJ');
  });

  test.each([
    ['ENS', ['TEACHER']],
    ['DIR', []],
    [undefined, []],
  ])('the claim « %s » makes of somebody %j', async (fonction, roles) => {
    provider.person = { sub: 'teacher', signed: true, fonction };
    await signInWith(provider, browser, { name: 'agents' });
    await browser.register(ADULT);
    expect(await browser.me('roles')).toEqual({ roles });
  });
});

describe('signing out', () => {
  const signOutUrl = async () =>
    (await browser.graphql<{ signOutUrl: string | null }>('{ signOutUrl }')).data?.signOutUrl ?? null;

  test('leads to the provider, which is told whose session it was', async () => {
    provider.person = { sub: 'leaving' };
    await signInWith(provider, browser);
    await browser.register(ADULT);
    const url = new URL((await signOutUrl()) ?? '');
    expect(`${url.origin}${url.pathname}`).toBe(`${provider.issuer}/end`);
    const { id_token_hint = '', state, ...rest } = Object.fromEntries(url.searchParams);
    expect(rest).toEqual({ post_logout_redirect_uri: 'http://localhost:3000/auth/fake/sortie' });
    expect(state).toMatch(/^[\w-]{43}$/);
    const [, claims = ''] = id_token_hint.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      sub: 'leaving',
      aud: 'preau',
    });

    expect((await browser.graphql('mutation { signOut }')).data).toEqual({ signOut: true });
    expect(await signOutUrl()).toBeNull();
    expect(await count(api, 'session')).toBe(0);
    const back = await browser.get(`/auth/fake/sortie?state=${String(state)}`);
    expect([back.status, destination(back)]).toEqual([303, '/']);
  });

  test.each([
    ['after a sign-in by mail', 'provider = NULL, id_token = NULL'],
    ['when the provider is no longer in the settings', "provider = 'gone'"],
  ])('leads nowhere %s', async (_, changed) => {
    await signInWith(provider, browser);
    await browser.register(ADULT);
    await api.database.query(`UPDATE session SET ${changed}`);
    expect(await signOutUrl()).toBeNull();
  });
});
