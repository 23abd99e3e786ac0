import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pathsFollowed, pathsRefused } from '@preau/identity-domain';
import { anAccount, FakeProvider, type TestApi } from '@preau/testing';
import { TestBrowser } from '../sign-in/test-browser';
import { startWith } from './test-providers';
import { destination } from './test-sign-in';

const HOST = 'ailleurs.example';

let api: TestApi;
let provider: FakeProvider;

beforeAll(async () => {
  provider = await FakeProvider.start();
  provider.person = { sub: 'somebody' };
  api = await startWith([provider.settings()]);
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

test.each(pathsFollowed())('%j is gone back to', async (path) => {
  expect(await returning(path)).toBe(path);
});

test.each(pathsRefused(HOST, 'localhost:3000'))('%j is not', async (path) => {
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
