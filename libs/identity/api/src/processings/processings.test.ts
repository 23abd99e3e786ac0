import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { REGISTER } from './processings';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
});
afterAll(() => api.close());

test('every line of the register is whole', () => {
  expect(new Set(REGISTER.processings.map(({ code }) => code)).size).toBe(REGISTER.processings.length);
  for (const { bases, data, recipients, safeguards, opposition, ...texts } of REGISTER.processings) {
    for (const list of [bases, data, recipients, safeguards]) expect(list.length).toBeGreaterThan(0);
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
    expect(bases.every(({ article }) => /^6\(1\)\([a-f]\)$/.test(article))).toBe(true);
    expect(opposition.text).not.toBe('');
  }
});

test('anybody may take the register away as JSON, as it is kept', async () => {
  const answer = await fetch(`${api.url}/exports/processings.json`);
  expect(answer.headers.get('content-disposition')).toContain('preau-registre-des-traitements.json');
  expect(await answer.json()).toEqual(REGISTER);
});

test.each([
  ['', ';'],
  ['?dialect=rfc4180', ','],
])('and as CSV, a line per processing: %s', async (search, delimiter) => {
  const answer = await fetch(`${api.url}/exports/processings.csv${search}`);
  const text = await answer.text();
  expect(text.startsWith(`code${delimiter}traitement${delimiter}but`)).toBe(true);
  expect(text.split('\r\n')).toHaveLength(REGISTER.processings.length + 2);
  for (const { title, retention } of REGISTER.processings) {
    expect(text).toContain(title);
    expect(text).toContain(retention);
  }
});

test('an unknown dialect is bad input', async () => {
  expect((await fetch(`${api.url}/exports/processings.csv?dialect=x`)).status).toBe(400);
});

test('the screen asks which of them one may object to', async () => {
  const { data } = await api.graphql<{ processings: { code: string; opposition: { possible: boolean } }[] }>(
    '{ processings { code title purpose retention opposition { possible text } } }',
  );
  const possible = data!.processings.filter(({ opposition }) => opposition.possible);
  expect(possible.map(({ code }) => code)).toEqual(['accounts', 'forum', 'notifications', 'audit']);
});
