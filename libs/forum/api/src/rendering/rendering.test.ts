import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dangersIn, XSS_PAYLOADS } from '@preau/markdown/testing';
import { IdentityApiModule } from '@preau/identity-api';
import { readConfig } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { JSDOM } from 'jsdom';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, createTopic, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let me: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
  me = await aPerson(api, ['staff']);
});
afterAll(() => api.close());

const read = async (query: string) => {
  const { data, errors } = await api.graphql<Record<string, Record<string, string | null>>>(query);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0]!;
};
const setWords = (id: string, body: string) =>
  api.database.query('UPDATE post SET body = $2, revision_count = revision_count + 1 WHERE id = $1', [
    id,
    body,
  ]);

test('messages are given as HTML with whole addresses, topics and conclusions too', async () => {
  const body = '**Bonjour**, lisez [ceci](/aide) <b>\n\n> cité';
  const { publicUrl } = readConfig();
  const html = `<p><strong>Bonjour</strong>, lisez <a href="${publicUrl}/aide">ceci</a> &lt;b&gt;</p>\n<blockquote><p>cité</p></blockquote>`;
  const topicId = (await createTopic(api, me, { themeId, body })).topic!.id;
  const id = await aReply(api, topicId, { body: `${body} ` });
  await api.database.query('UPDATE topic SET conclusion = $2, concluded_at = now() WHERE id = $1', [
    topicId,
    '*Fin*',
  ]);
  expect(
    await read(`{ topic(id: "${topicId}") { bodyHtml conclusionHtml excerpt short: excerpt(length: 10) } }`),
  ).toEqual({
    bodyHtml: html,
    conclusionHtml: '<p><em>Fin</em></p>',
    excerpt: 'Bonjour, lisez ceci <b>',
    short: 'Bonjour…',
  });
  expect(await read(`{ post(id: "${id}") { bodyHtml excerpt short: excerpt(length: 10) } }`)).toEqual({
    bodyHtml: html,
    excerpt: 'Bonjour, lisez ceci <b>',
    short: 'Bonjour…',
  });
});

test('what was changed is rendered anew, what is hidden not at all', async () => {
  const topicId = (await createTopic(api, me, { themeId, body: 'Avant' })).topic!.id;
  const fields = `{ topic(id: "${topicId}") { bodyHtml excerpt } }`;
  expect(await read(fields)).toEqual({ bodyHtml: '<p>Avant</p>', excerpt: 'Avant' });
  const { errors } = await api.graphql(
    'mutation ($input: EditPostInput!) { editPost(input: $input) { __typename } }',
    { input: { id: topicId, revision: 0, body: 'Après' } },
    me,
  );
  expect(errors).toBeUndefined();
  expect(await read(fields)).toEqual({ bodyHtml: '<p>Après</p>', excerpt: 'Après' });
  await api.database.query(`UPDATE post SET status = 'HIDDEN' WHERE id = $1`, [topicId]);
  expect(await read(fields)).toEqual({ bodyHtml: null, excerpt: null });
});

test.each([0, -1, 301])('an excerpt of %i characters is refused', async (length) => {
  const topicId = (await createTopic(api, await aPerson(api), { themeId })).topic!.id;
  for (const kind of ['topic', 'post']) {
    const { errors } = await api.graphql(`{ ${kind}(id: "${topicId}") { excerpt(length: ${length}) } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  }
});

test('of all that people try, nothing comes out but what a message may hold', async () => {
  const { publicUrl } = readConfig();
  const id = await aReply(api, (await createTopic(api, me, { themeId, body: 'Sujet' })).topic!.id);
  for (const { name, text } of XSS_PAYLOADS) {
    // NUL is refused everywhere.
    await setWords(id, text.replaceAll('\0', ''));
    const { bodyHtml } = await read(`{ post(id: "${id}") { bodyHtml } }`);
    const { body } = new JSDOM(bodyHtml ?? '').window.document;
    expect([name, dangersIn(body.querySelectorAll('*'), publicUrl)]).toEqual([name, []]);
  }
});
