import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MUTED_MAX } from '@preau/forum-domain';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, statementsDuring, type TestApi, type GraphQLAnswer } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
});
afterAll(() => api.close());

async function choose(by: Person, verb: 'mutePerson' | 'unmutePerson', id: string) {
  const { data, errors } = await api.graphql<Record<string, unknown>>(
    `mutation ($id: ID!) { ${verb}(accountId: $id) { ... on PersonMuting { accountId isMuted } ... on MuteRefused { code } } }`,
    { id },
    by,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[verb];
}

const read = async (topicId: string, by: Partial<Person> = {}) => {
  const { data, errors } = await api.graphql<{
    topic: { posts: { edges: { node: { id: string; isMuted: boolean; body: string } }[] } };
  }>(`{ topic(id: "${topicId}") { posts { edges { node { id isMuted body } } } } }`, {}, by);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.topic.posts.edges.map(({ node }) => node);
};

test('somebody muted keeps their place and their words in the thread, which says so to whoever muted them', async () => {
  const [me, noisy, other] = [await aPerson(api), await aPerson(api), await aPerson(api)];
  const topicId = await aTopic(api, themeId);
  const ids = [
    await aReply(api, topicId, { by: noisy }),
    await aReply(api, topicId, { by: other }),
    await aReply(api, topicId, { by: noisy }),
    await aReply(api, topicId, { by: me }),
  ];
  for (let times = 0; times < 2; times += 1)
    expect(await choose(me, 'mutePerson', noisy.id)).toEqual({ accountId: noisy.id, isMuted: true });
  const statements = await statementsDuring(api.database, async () => {
    const posts = await read(topicId, me);
    expect(posts.map(({ id, isMuted }) => [id, isMuted])).toEqual([
      [ids[0], true],
      [ids[1], false],
      [ids[2], true],
      [ids[3], false],
    ]);
    expect(posts.every(({ body }) => body !== '')).toBe(true);
  });
  expect(statements.filter((sql) => sql.includes('muted_person'))).toHaveLength(1);
  for (const reader of [other, noisy, undefined])
    expect((await read(topicId, reader)).some(({ isMuted }) => isMuted)).toBe(false);
  for (let times = 0; times < 2; times += 1)
    expect(await choose(me, 'unmutePerson', noisy.id)).toEqual({ accountId: noisy.id, isMuted: false });
  expect((await read(topicId, me)).some(({ isMuted }) => isMuted)).toBe(false);
});

test('a topic says so of whoever opened it, alone and in lists', async () => {
  const [me, noisy] = [await aPerson(api), await aPerson(api)];
  const { themeId: theme, consultation: slug } = await aTheme(api);
  const [theirs, other] = [await aTopic(api, theme, noisy), await aTopic(api, theme)];
  const again = await aTopic(api, theme, noisy);
  await choose(me, 'mutePerson', noisy.id);
  const list = async (by: Partial<Person>) => {
    const { data, errors } = await api.graphql<{
      topics: { edges: { node: { id: string; isMuted: boolean } }[] };
      topic: { isMuted: boolean };
    }>(
      `query ($slug: String!, $id: ID!) {
         topics(consultation: $slug, order: OLDEST, first: 10) { edges { node { id isMuted } } }
         topic(id: $id) { isMuted } }`,
      { slug, id: theirs },
      by,
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return [...data.topics.edges.map(({ node }) => [node.id, node.isMuted]), data.topic.isMuted];
  };
  const statements = await statementsDuring(api.database, async () => {
    expect(await list(me)).toEqual([[theirs, true], [other, false], [again, true], true]);
  });
  // One for the list, whatever its length, one for the topic.
  expect(statements.filter((sql) => sql.includes('muted_person'))).toHaveLength(2);
  expect(await list({})).toEqual([[theirs, false], [other, false], [again, false], false]);
});

test('of a message that its author deleted nothing is said', async () => {
  const [me, noisy] = [await aPerson(api), await aPerson(api)];
  const topicId = await aTopic(api, themeId);
  const id = await aReply(api, topicId, { by: noisy });
  await choose(me, 'mutePerson', noisy.id);
  await api.database.query(`UPDATE post SET status = 'DELETED' WHERE id = $1`, [id]);
  expect(await read(topicId, me)).toMatchObject([{ isMuted: false }]);
});

test('refused: oneself, somebody who is not there or has gone, one too many', async () => {
  const me = await aPerson(api);
  expect(await choose(me, 'mutePerson', me.id)).toEqual({ code: 'ONESELF' });
  expect(await choose(me, 'mutePerson', me.id.toUpperCase())).toEqual({ code: 'ONESELF' });
  expect(await choose(me, 'mutePerson', 'x')).toEqual({ code: 'UNKNOWN_PERSON' });
  expect(await choose(me, 'mutePerson', randomUUID())).toEqual({ code: 'UNKNOWN_PERSON' });
  const gone = await aPerson(api);
  await api.database.query('UPDATE account SET deleted_at = now() WHERE id = $1', [gone.id]);
  expect(await choose(me, 'mutePerson', gone.id)).toEqual({ code: 'UNKNOWN_PERSON' });
  await api.database.query(
    `WITH made AS (INSERT INTO account (display_name, is_pseudonym, age_band) SELECT 'x', true, 'adult' FROM generate_series(1, $2) RETURNING id)
     INSERT INTO muted_person (account_id, muted_id) SELECT $1, id FROM made`,
    [me.id, MUTED_MAX],
  );
  expect(await choose(me, 'mutePerson', (await aPerson(api)).id)).toEqual({ code: 'TOO_MANY' });
});

test('whom one muted is listed, the latest first, page by page', async () => {
  const me = await aPerson(api);
  const muted: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    const { id } = await aPerson(api);
    await choose(me, 'mutePerson', id);
    muted.unshift(id);
  }
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const answer: GraphQLAnswer<{
      mutedPeople: {
        totalCount: number;
        edges: { node: { person: { id: string; name: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }> = await api.graphql(
      'query ($after: ID) { mutedPeople(first: 2, after: $after) { totalCount edges { node { person { id name } mutedAt } } pageInfo { hasNextPage endCursor } } }',
      { after },
      me,
    );
    const { totalCount, edges, pageInfo } = answer.data!.mutedPeople;
    expect(totalCount).toBe(3);
    walked.push(...edges.map(({ node }) => node.person.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(walked).toEqual(muted);
});
