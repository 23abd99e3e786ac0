import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { SearchIndex } from '@preau/search-api';
import { XSS_PAYLOADS } from '@preau/markdown/testing';
import { transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { ModeratedPosts } from '../moderated/moderated-posts';
import { aPerson, aReply, aTheme, aTopic, carryOut, createTopic, type Person } from '../test-data';
import { FoundPosts } from './found-posts';

let api: TestApi;
let me: Person;
let consultation: string;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ consultation, themeId } = await aTheme(api));
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM graphile_worker._private_jobs');
  await api.database.query('DELETE FROM search_document');
  me = await aPerson(api, ['staff']);
});

interface Hit {
  kind: string;
  id: string;
  title: string;
  path: string;
  parentId: string | null;
}
/** What is found of these words in the consultation, once the jobs that wait are done. */
async function found(query: string): Promise<Hit[]> {
  await carryOut(api);
  const { data, errors } = await api.graphql<{ search: { edges: { node: Hit }[] } }>(
    `query ($query: String!, $consultation: String) { search(query: $query, consultation: $consultation) {
       ... on SearchResults { edges { node { kind id title path parentId } } } } }`,
    { query, consultation },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.search.edges.map(({ node }) => node);
}
const ids = async (query: string) => (await found(query)).map(({ id }) => id);
const apply = (id: string, event: 'hide' | 'restore' | 'release') =>
  transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, event));

const write = (ids: string[]) => transaction(api.database, (tx) => api.get(FoundPosts).write(tx, ids));

test('topics and messages are found by their words, with the name and the page of their topic', async () => {
  const title = 'La connexion des collèges';
  const { topic } = await createTopic(api, me, { themeId, title, body: 'Le **débit** est faible.' });
  const topicId = topic!.id;
  const id = await aReply(api, topicId, { by: me, body: '> rien du tout\n\nUn onduleur suffirait.' });
  const page = `/concertations/${consultation}/debats/${topicId}`;
  const theTopic = { kind: 'TOPIC', id: topicId, title, path: page, parentId: null };
  expect(await found('college')).toEqual([theTopic]);
  expect(await found('debit')).toEqual([theTopic]);
  expect(await found('onduleurs')).toEqual([
    { kind: 'POST', id, title, path: `${page}/messages/${id}`, parentId: topicId },
  ]);
  expect(await found('“rien du tout”')).toEqual([]);
});

test('what is held is found once it is released; what is hidden or deleted, at once no more', async () => {
  const topicId = await aTopic(api, themeId, me);
  const minor = await aPerson(api);
  await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1`, [
    minor.id,
  ]);
  const id = await aReply(api, topicId, { by: minor, body: 'Une visioconférence' });
  expect(await ids('visioconférence')).toEqual([]);
  await apply(id, 'release');
  expect(await ids('visioconférence')).toEqual([id]);
  for (const [event, expected] of [
    ['hide', []],
    ['restore', [id]],
  ] as const) {
    await apply(id, event);
    expect(await ids('visioconférence')).toEqual(expected);
  }
  await api.graphql(`mutation { deletePost(id: "${id}") { __typename } }`, {}, minor);
  const documents = 'SELECT FROM search_document WHERE object_id = $1';
  expect(await api.database.query(documents, [id])).toEqual([]);
});

test('what is concluded is found under the title of its topic, with it and never without', async () => {
  const { topic } = await createTopic(api, me, { themeId, title: 'La cantine connectée', body: 'Bonjour' });
  const topicId = topic!.id;
  const serviceId = randomUUID();
  await api.database.query('INSERT INTO forum_service (id, name) VALUES ($1, $2)', [serviceId, serviceId]);
  const conclude = (conclusion: string | null) =>
    api.graphql(
      'mutation ($input: ConcludeTopicInput!) { concludeTopic(input: $input) { __typename } }',
      { input: { topicId, serviceId, conclusion } },
      me,
    );
  await conclude('Les **menus** seront publiés.');
  const path = `/concertations/${consultation}/debats/${topicId}#synthese`;
  const synthesis = {
    kind: 'SYNTHESIS',
    id: topicId,
    title: 'La cantine connectée',
    path,
    parentId: topicId,
  };
  expect(await found('menu')).toEqual([synthesis]);
  await conclude('Les repas aussi.');
  expect([await ids('menu'), await ids('repas')]).toEqual([[], [topicId]]);
  for (const [event, expected] of [
    ['hide', []],
    ['restore', [topicId]],
  ] as const) {
    await apply(topicId, event);
    expect(await ids('repas')).toEqual(expected);
  }
  await conclude(null);
  expect(await ids('repas')).toEqual([]);
});

test('a round finds conclusions that the index lost', async () => {
  const topicId = await aTopic(api, themeId, me);
  await api.database.query(
    `UPDATE topic SET conclusion = 'Des casiers', concluded_at = now() WHERE id = $1`,
    [topicId],
  );
  await api.database.query(
    `INSERT INTO search_document (kind, object_id, at, title, text, words)
     VALUES ('synthesis', $1, now(), '', 'Un reste', to_tsvector('preau', 'reste'))`,
    [randomUUID()],
  );
  await api.graphql('mutation { beginSearchRound(kind: SYNTHESIS, isCheck: false) { __typename } }', {}, me);
  await carryOut(api, 'search.%');
  const documents = await api.database.query(
    `SELECT object_id AS id, text FROM search_document WHERE kind = 'synthesis' AND text IN ('Des casiers', 'Un reste')`,
  );
  expect(documents).toEqual([{ id: topicId, text: 'Des casiers' }]);
});

test('what was changed is found by its new words, at once', async () => {
  const { topic } = await createTopic(api, me, { themeId, body: 'Des ardoises' });
  expect(await ids('ardoise')).toEqual([topic!.id]);
  const input = { id: topic!.id, revision: 0, title: 'Les tablettes tactiles', body: 'Des stylets' };
  await api.graphql(
    'mutation ($input: EditPostInput!) { editPost(input: $input) { __typename } }',
    { input },
    me,
  );
  expect([await ids('ardoise'), await ids('tactile'), await ids('stylet')]).toEqual([
    [],
    [topic!.id],
    [topic!.id],
  ]);
});

test('a topic that is hidden goes with all its messages, and comes back with them', async () => {
  const topicId = (await createTopic(api, me, { themeId, body: 'Un tableau blanc' })).topic!.id;
  const id = await aReply(api, topicId, { by: me, body: 'Deux tableaux noirs' });
  expect(new Set(await ids('tableau'))).toEqual(new Set([topicId, id]));
  await apply(topicId, 'hide');
  expect(await ids('tableau')).toEqual([]);
  await aReply(api, await aTopic(api, themeId, me), { by: me, body: 'Trois tableaux verts' });
  expect(await ids('tableau')).toHaveLength(1);
  await apply(topicId, 'restore');
  expect(await ids('tableau')).toHaveLength(3);
});

test('what is hidden while it is being written is not found afterwards', async () => {
  const topicId = await aTopic(api, themeId, me);
  const written: string[] = [];
  for (let at = 0; at < 12; at += 1)
    written.push(await aReply(api, topicId, { by: me, body: `Une imprimante numéro ${at}` }));
  await Promise.all([
    ...written.map((id) => write(written).then(() => write([id]))),
    ...written.slice(0, 6).map((id) => apply(id, 'hide')),
  ]);
  expect(new Set(await ids('imprimante'))).toEqual(new Set(written.slice(6)));
});

test('a batch is written in one statement', async () => {
  const topicId = await aTopic(api, themeId, me);
  const written: string[] = [];
  for (let at = 0; at < 5; at += 1)
    written.push(await aReply(api, topicId, { by: me, body: `Un câble numéro ${at}` }));
  const statements = await statementsDuring(api.database, () => write(written));
  // Begin, two locks, what they say, what is found, commit.
  expect(statements).toHaveLength(6);
  expect(await ids('câble')).toHaveLength(5);
});

test('hostile texts are indexed like any other', async () => {
  const topicId = await aTopic(api, themeId, me);
  for (const { text } of XSS_PAYLOADS) {
    const body = text.replaceAll('\0', '');
    await api.database.query('UPDATE post SET body = $2 WHERE id = $1', [topicId, `Hostilité : ${body}`]);
    await write([topicId]);
  }
  expect(await ids('hostilité')).toEqual([topicId]);
});

test('the index is made again from what there is', async () => {
  const topicId = (await createTopic(api, me, { themeId, body: 'Un serveur' })).topic!.id;
  const replies: string[] = [];
  for (let at = 0; at < 3; at += 1)
    replies.push(await aReply(api, topicId, { by: me, body: `Un serveur numéro ${at}` }));
  await apply(replies[2] as string, 'hide');
  for (const [kind, expected] of [
    ['topic', [topicId]],
    ['post', replies.slice(0, 2).toSorted()],
  ] as const) {
    const source = api.get(SearchIndex).source(kind)!;
    await transaction(api.database, async (tx) => {
      const walked: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await source.page(tx, after, 1);
        walked.push(...page.map(({ objectId }) => objectId));
        after = page.at(-1)?.objectId ?? null;
        if (after === null) break;
      }
      expect(walked).toHaveLength(await source.count(tx));
      expect(walked.filter((id) => [topicId, ...replies].includes(id))).toEqual(expected);
    });
  }
});
