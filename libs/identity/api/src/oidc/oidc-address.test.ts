import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anAccount, type FakeProvider, type TestApi } from '@preau/testing';
import { TestBrowser, TestMails } from '../sign-in/test-browser';
import { ADULT, count, startProviders } from './test-providers';
import { destination, refusal, signInWith } from './test-sign-in';

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
    expect(await count(api, 'account')).toBe(1);
  });
});
