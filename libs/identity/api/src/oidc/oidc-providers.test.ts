import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anAccount, FakeProvider, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser } from '../sign-in/test-browser';
import { destination, leave, refusal, signInWith } from './test-sign-in';

let api: TestApi;
let browser: TestBrowser;
let providers: Record<'plain' | 'silent' | 'slash' | 'dropping', FakeProvider>;

beforeAll(async () => {
  const [plain, silent, slash, dropping] = await Promise.all([
    FakeProvider.start(),
    FakeProvider.start(),
    FakeProvider.start(),
    FakeProvider.start(),
  ]);
  providers = { plain, silent, slash, dropping };
  plain.misbehaviour = {
    metadata: {
      code_challenge_methods_supported: ['plain'],
      authorization_response_iss_parameter_supported: false,
      end_session_endpoint: undefined,
    },
  };
  silent.misbehaviour = { silentAt: /openid-configuration/ };
  slash.misbehaviour = { metadata: { issuer: `${slash.issuer}/` } };
  const settings = Object.entries(providers).map(([name, one]) => one.settings({ name }));
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as { port: number };
  gone.close();
  await once(gone, 'close');
  settings.push({ ...plain.settings({ name: 'gone' }), issuer: `http://127.0.0.1:${port}` });
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: {
      OIDC_PROVIDERS: JSON.stringify(settings),
      OIDC_TIMEOUT: '1',
      PUBLIC_URL: 'http://localhost:3000',
    },
  });
});
afterAll(async () => {
  await api.close();
  await Promise.all(Object.values(providers).map((one) => one.close()));
});
beforeEach(() => {
  browser = new TestBrowser(api);
});

test('a provider that is not there is said to be unavailable', async () => {
  expect(refusal(await browser.get('/auth/gone'))).toBe('UNAVAILABLE');
});

test('one that does not answer keeps nobody else waiting, and is left alone for a moment', async () => {
  const order: string[] = [];
  const waiting = browser.get('/auth/silent').then((response) => {
    order.push(refusal(response));
  });
  await new TestBrowser(api).me().then(() => order.push('somebody else'));
  await waiting;
  expect(order).toEqual(['somebody else', 'UNAVAILABLE']);
  providers.silent.misbehaviour = {};
  expect(refusal(await browser.get('/auth/silent'))).toBe('UNAVAILABLE');
});

test('one that calls itself otherwise, by a slash, is not met', async () => {
  expect(refusal(await browser.get('/auth/slash'))).toBe('UNAVAILABLE');
});

test.each([
  ['does not answer', { silentAt: /token$/ }],
  ['is out of order', { answersToken: () => ({ status: 503, body: { busy: true } }) }],
])('a provider whose token endpoint %s', async (_, misbehaviour) => {
  const away = await leave(browser, 'dropping');
  providers.dropping.misbehaviour = misbehaviour;
  const response = await browser.get(providers.dropping.signIn(away));
  expect(refusal(response)).toBe('UNAVAILABLE');
  providers.dropping.misbehaviour = {};
  expect(destination(await signInWith(providers.dropping, browser, { name: 'dropping' }))).toBe(
    '/connexion/compte',
  );
});

test('one that knows no S256 is asked without PKCE, and one that does not say who answers may not', async () => {
  const away = new URL(await leave(browser, 'plain'));
  expect(away.searchParams.has('code_challenge')).toBe(false);
  expect(away.searchParams.has('code_challenge_method')).toBe(false);
  const response = await browser.get(providers.plain.signIn(away.href, { iss: null }));
  expect(destination(response)).toBe('/connexion/compte');
  expect(providers.plain.exchanges.at(-1)?.has('code_verifier')).toBe(false);
});

test.each([
  ['that is not there', 'gone'],
  ['that has no page for it', 'plain'],
])('signing out does not wait for a provider %s', async (_, name) => {
  const { id } = await anAccount(api);
  await api.database.query(
    "INSERT INTO provider_identity (provider, subject, account_id) VALUES ('plain', $1, $2)",
    [`leaving-${name}`, id],
  );
  providers.plain.person = { sub: `leaving-${name}` };
  await signInWith(providers.plain, browser, { name: 'plain', changes: { iss: null } });
  await api.database.query('UPDATE session SET provider = $1', [name]);
  expect((await browser.graphql('{ me { id } signOutUrl }')).data).toEqual({ me: { id }, signOutUrl: null });
});
