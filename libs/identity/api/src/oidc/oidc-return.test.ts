import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anAccount, FakeProvider, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { TestBrowser } from '../sign-in/test-browser';
import { destination } from './test-sign-in';

const HOST = 'ailleurs.example';

let api: TestApi;
let provider: FakeProvider;

beforeAll(async () => {
  provider = await FakeProvider.start();
  provider.person = { sub: 'somebody' };
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { OIDC_PROVIDERS: JSON.stringify([provider.settings()]), PUBLIC_URL: 'http://localhost:3000' },
  });
  const { id } = await anAccount(api);
  await api.database.query(
    "INSERT INTO provider_identity (provider, subject, account_id) VALUES ('fake', 'somebody', $1)",
    [id],
  );
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const back = async (query: string) => {
  const browser = new TestBrowser(api);
  const away = destination(await browser.get(`/auth/fake?${query}`));
  return destination(await browser.get(provider.signIn(away)));
};
const returning = (path: string) => back(`return_to=${encodeURIComponent(path)}`);

test.each([
  '/',
  '/pilotage/questionnaires/1/resultats?croiser=role&filtre=level:college',
  '/concertations/numerique-2015#themes',
  '/recherche?q=%C3%A9ducation%20num%C3%A9rique',
  '/retour?vers=https://ailleurs.example/',
])('%j is gone back to', async (path) => {
  expect(await returning(path)).toBe(path);
});

test.each([
  '',
  ' ',
  'mon-espace',
  './mon-espace',
  '../mon-espace',
  '?a=b',
  '#a',
  HOST,
  `//${HOST}`,
  `///${HOST}`,
  `////${HOST}`,
  `\\\\${HOST}`,
  `/\\${HOST}`,
  `\\/${HOST}`,
  `/\\/${HOST}`,
  `//\\${HOST}`,
  `/\t/${HOST}`,
  `/\n/${HOST}`,
  `/\r/${HOST}`,
  `/\r\n/${HOST}`,
  `/\r\nLocation: https://${HOST}`,
  `/\r\nSet-Cookie: preau-session=x`,
  `\t//${HOST}`,
  ` //${HOST}`,
  `/ /${HOST}`,
  `/\u0000/${HOST}`,
  `\u0001//${HOST}`,
  `/\u200b/${HOST}`,
  `/\u202e/${HOST}`,
  `/\ufeff/${HOST}`,
  `/\u2028/${HOST}`,
  `/\u00a0/${HOST}`,
  `/\u3000/${HOST}`,
  `/.//${HOST}`,
  `/..//${HOST}`,
  `/./\\${HOST}`,
  `/a/..//${HOST}`,
  `/a/../..//${HOST}`,
  `/%2f${HOST}`,
  `/%2F%2F${HOST}`,
  `/%5c${HOST}`,
  `/%5C%5C${HOST}`,
  `/%2e%2e//${HOST}`,
  `/%2e/%2f${HOST}`,
  `http://${HOST}`,
  `https://${HOST}`,
  `HTTPS://${HOST}`,
  `https:/${HOST}`,
  `https:${HOST}`,
  `http:\\\\${HOST}`,
  `ftp://${HOST}`,
  `wss://${HOST}`,
  `https://localhost:3000@${HOST}`,
  `https://localhost:3000.${HOST}`,
  `//localhost:3000@${HOST}`,
  `//localhost%40${HOST}`,
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '/\njavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  `blob:https://${HOST}/1`,
  'file:///etc/passwd',
  `mailto:a@${HOST}`,
  '/a b',
  '/a\\b',
  '/a//b',
  `/${'a'.repeat(2_000)}`,
])('%j is not', async (path) => {
  expect(await returning(path)).toBe('/mon-espace');
});

test.each([
  `return_to=/a&return_to=//${HOST}`,
  `return_to[]=//${HOST}`,
  `return_to[a]=//${HOST}`,
  `RETURN_TO=/pilotage`,
  `return_to=%ED%A0%80`,
  `return_to=%`,
  `retour=//${HOST}&next=//${HOST}&redirect_uri=https://${HOST}`,
])('nor what %j says', async (query) => {
  expect(await back(query)).toBe('/mon-espace');
});
