import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anAccount, FakeProvider, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser, TestMails } from '../sign-in/test-browser';
import { destination, leave, refusal, signInWith } from './test-sign-in';

let api: TestApi;
let provider: FakeProvider;
let browser: TestBrowser;

beforeAll(async () => {
  provider = await FakeProvider.start();
  const more = [
    provider.settings(),
    provider.settings({ name: 'trusted', label: 'un annuaire', trustEmail: true }),
    provider.settings({
      name: 'agents',
      label: 'ProConnect',
      preset: 'proconnect',
      userinfo: 'signed',
      teacherClaim: { name: 'fonction', values: ['ENS'] },
    }),
    provider.settings({ name: 'schools', label: 'ÉduConnect', preset: 'educonnect', userinfo: 'none' }),
  ];
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { OIDC_PROVIDERS: JSON.stringify(more), PUBLIC_URL: 'http://localhost:3000' },
  });
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

const ADULT = {
  age: 'ADULT',
  displayName: 'Nadia Benali',
  isPseudonym: false,
  declaredRole: 'TEACHER',
  charterVersion: '1.0',
};
const pending = async () =>
  (await browser.graphql('{ pendingSignIn { step email proposedName } }')).data?.['pendingSignIn'];
const count = async (table: string) =>
  (await api.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

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
    expect(await count('oidc_request')).toBe(1);
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
    expect(await count('account')).toBe(0);
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
    expect(await count('account')).toBe(1);
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
    expect(await count('account')).toBe(1);
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

describe('an address', () => {
  const bearer = { email: 'dominique@preau.test' };
  const says = (email_verified: unknown) => {
    provider.person = { sub: 'dominique', ...bearer, email_verified };
  };

  test.each([
    ['nobody verified', 'fake', undefined, null],
    ['the provider says is not verified', 'fake', false, null],
    ['verified in words', 'fake', 'true', null],
    ['the provider verified', 'fake', true, 'dominique@preau.test'],
    ['of a provider whose addresses are all verified', 'agents', undefined, 'dominique@preau.test'],
    ['which even that one says is not', 'agents', false, null],
  ])('%s: of %s, email_verified %j, kept %j', async (_, name, verified, kept) => {
    says(verified);
    provider.person = { ...provider.person, signed: name === 'agents' };
    await signInWith(provider, browser, { name });
    expect(await pending()).toMatchObject({ step: 'REGISTRATION', email: kept });
  });

  test('that somebody has an account with opens nothing: they sign in by mail first, then show the provider', async () => {
    const mails = await TestMails.start(api);
    const account = await anAccount(api, bearer);
    says(true);
    expect(refusal(await signInWith(provider, browser))).toBe('EMAIL_TAKEN');
    expect(await browser.me()).toBeNull();
    expect(await pending()).toBeNull();
    await browser.confirm({ token: (await mails.askFrom(browser, bearer.email)).token });
    expect(destination(await signInWith(provider, browser))).toBe('/mon-espace');
    const elsewhere = new TestBrowser(api);
    await signInWith(provider, elsewhere);
    expect(await elsewhere.me('id')).toEqual({ id: account.id });
    await mails.stop();
  });

  test('of a provider that is trusted with addresses opens the account, and is remembered', async () => {
    const account = await anAccount(api, bearer);
    says(true);
    expect(destination(await signInWith(provider, browser, { name: 'trusted' }))).toBe('/mon-espace');
    provider.person = { sub: 'dominique', email: 'autre@preau.test', email_verified: true };
    const elsewhere = new TestBrowser(api);
    await signInWith(provider, elsewhere, { name: 'trusted' });
    expect(await elsewhere.me('id')).toEqual({ id: account.id });
  });

  test('that nobody verified opens nothing, not even there', async () => {
    await anAccount(api, bearer);
    says(undefined);
    expect(destination(await signInWith(provider, browser, { name: 'trusted' }))).toBe('/connexion/compte');
    expect(await pending()).toMatchObject({ email: null });
  });

  test('taken while one was registering opens nothing either', async () => {
    says(true);
    await signInWith(provider, browser);
    await anAccount(api, bearer);
    const { data } = await browser.register(ADULT);
    expect(data).toEqual({ register: { __typename: 'RegistrationRefused', code: 'EXPIRED', faults: [] } });
    expect(await browser.me()).toBeNull();
    expect(await count('account')).toBe(1);
  });
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
    expect(await count('session')).toBe(0);
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
