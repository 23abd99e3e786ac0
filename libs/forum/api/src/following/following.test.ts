import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, statementsDuring, type TestApi, type GraphQLAnswer } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, type Person } from '../test-data';

let api: TestApi;
let consultation: string;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ consultation, themeId } = await aTheme(api));
});
afterAll(() => api.close());

type Verb = 'followTopic' | 'unfollowTopic' | 'followTheme' | 'unfollowTheme';
async function choose(by: Person, verb: Verb, id: string) {
  const [of, type] = verb.endsWith('Topic') ? ['topic', 'Topic'] : ['theme', 'Theme'];
  const { data, errors } = await api.graphql<Record<string, unknown>>(
    `mutation ($id: ID!) { ${verb}(${of}Id: $id) {
       ... on ${type}Following { ${of} { isFollowed } } ... on FollowRefused { code } } }`,
    { id },
    by,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[verb];
}
const isFollowed = async (id: string, by?: Person) =>
  (
    await api.graphql<{ topic: { isFollowed: boolean } }>(
      `{ topic(id: "${id}") { isFollowed } }`,
      {},
      by ?? {},
    )
  ).data?.topic.isFollowed;

describe('a topic', () => {
  test('is followed and no longer followed, however often it is asked for; visitors follow nothing', async () => {
    const id = await aTopic(api, themeId);
    const me = await aPerson(api);
    expect(await isFollowed(id, me)).toBe(false);
    for (const verb of ['followTopic', 'followTopic', 'unfollowTopic', 'unfollowTopic'] as const)
      expect(await choose(me, verb, id)).toEqual({ topic: { isFollowed: verb === 'followTopic' } });
    expect(await isFollowed(id)).toBe(false);
  });

  test('is followed by whoever begins it or writes in it', async () => {
    const [author, replier] = [await aPerson(api), await aPerson(api)];
    const id = await aTopic(api, themeId, author);
    await aReply(api, id, { by: replier });
    expect([await isFollowed(id, author), await isFollowed(id, replier)]).toEqual([true, true]);
  });

  test('that one chose no longer to follow stays so when one writes in it', async () => {
    const me = await aPerson(api);
    const id = await aTopic(api, themeId, me);
    await choose(me, 'unfollowTopic', id);
    await aReply(api, id, { by: me });
    expect(await isFollowed(id, me)).toBe(false);
    await choose(me, 'followTopic', id);
    await aReply(api, id, { by: me });
    expect(await isFollowed(id, me)).toBe(true);
  });

  test('that is hidden is not followed any more, and one may be done with it', async () => {
    const [id, me] = [await aTopic(api, themeId), await aPerson(api)];
    await choose(me, 'followTopic', id);
    await api.database.query(`UPDATE topic SET status = 'HIDDEN' WHERE id = $1`, [id]);
    await api.database.query(`UPDATE post SET status = 'HIDDEN' WHERE id = $1`, [id]);
    expect(await choose(me, 'followTopic', id)).toEqual({ code: 'UNKNOWN_TOPIC' });
    expect(await choose(me, 'unfollowTopic', id)).toEqual({ topic: { isFollowed: false } });
  });

  test.each(['x', randomUUID()])('that is not there is refused: %s', async (id) => {
    const me = await aPerson(api);
    expect(await choose(me, 'followTopic', id)).toEqual({ code: 'UNKNOWN_TOPIC' });
    expect(await choose(me, 'unfollowTopic', id)).toEqual({ code: 'UNKNOWN_TOPIC' });
  });

  test('of a list is asked about with all the others, and only for those signed in', async () => {
    const me = await aPerson(api);
    const ids = [await aTopic(api, themeId, me), await aTopic(api, themeId), await aTopic(api, themeId)];
    const read = (headers: object) =>
      api.graphql<{ topics: { edges: { node: { id: string; isFollowed: boolean } }[] } }>(
        `{ topics(consultation: "${consultation}", order: RECENT, first: 3) { edges { node { id isFollowed unreadCount lastReadAt } } } }`,
        {},
        { headers: { ...headers } },
      );
    let listed: { id: string; isFollowed: boolean }[] = [];
    const about = (statements: string[]) =>
      statements.filter((sql) => /followed_topic|topic_read/.test(sql)).length;
    const mine = await statementsDuring(api.database, async () => {
      listed = (await read(me.headers)).data!.topics.edges.map(({ node }) => node);
    });
    expect(listed.map(({ id, isFollowed: followed }) => [id, followed])).toEqual([
      [ids[2], false],
      [ids[1], false],
      [ids[0], true],
    ]);
    expect(about(mine)).toBe(2);
    expect(about(await statementsDuring(api.database, () => read({})))).toBe(0);
  });
});

describe('a theme', () => {
  test('is followed and no longer followed', async () => {
    const me = await aPerson(api);
    for (const verb of ['followTheme', 'followTheme', 'unfollowTheme', 'unfollowTheme'] as const)
      expect(await choose(me, verb, themeId)).toEqual({ theme: { isFollowed: verb === 'followTheme' } });
  });

  test.each(['x', randomUUID()])('that is not there is refused: %s', async (id) => {
    expect(await choose(await aPerson(api), 'followTheme', id)).toEqual({ code: 'UNKNOWN_THEME' });
  });
});

test('the topics one follows are listed, the liveliest first, page by page', async () => {
  const me = await aPerson(api, ['staff']);
  const ids: string[] = [];
  for (let at = 0; at < 5; at += 1) ids.push(await aTopic(api, themeId));
  for (const id of ids) await choose(me, 'followTopic', id);
  await aReply(api, ids[1]!);
  await choose(me, 'unfollowTopic', ids[3]!);
  await api.database.query(`UPDATE topic SET status = 'DELETED' WHERE id = $1`, [ids[4]]);
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const answer: GraphQLAnswer<{
      followedTopics: {
        totalCount: number;
        edges: { node: { id: string; isFollowed: boolean } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }> = await api.graphql(
      'query ($after: ID) { followedTopics(first: 2, after: $after) { totalCount edges { node { id isFollowed } } pageInfo { hasNextPage endCursor } } }',
      { after },
      me,
    );
    const { totalCount, edges, pageInfo } = answer.data!.followedTopics;
    expect(totalCount).toBe(3);
    expect(edges.every(({ node }) => node.isFollowed)).toBe(true);
    walked.push(...edges.map(({ node }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(walked).toEqual([ids[1], ids[2], ids[0]]);
});
