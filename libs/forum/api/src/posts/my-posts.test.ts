import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
});
afterAll(() => api.close());

interface Mine {
  totalCount: number;
  edges: { node: { id: string; status: string; excerpt: string | null; topic: { id: string } | null } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
async function list(by: Partial<Person>, first = 20, after: string | null = null) {
  const { data, errors } = await api.graphql<{ myPosts: Mine }>(
    `query ($first: Int, $after: ID) { myPosts(first: $first, after: $after) {
       totalCount
       edges { node { id status excerpt topic { id } } } pageInfo { hasNextPage endCursor } } }`,
    { first, after },
    by,
  );
  return { ...data?.myPosts, code: errors?.[0]?.extensions?.['code'] };
}
const idsOf = ({ edges = [] }: Partial<Mine>) => edges.map(({ node }) => node.id);
const setStatus = (id: string, status: string) =>
  api.database.query('UPDATE post SET status = $2 WHERE id = $1', [id, status]);

test('what one wrote is listed with what became of it, the latest first; nothing of others, nothing deleted', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId, me);
  const elsewhere = await aTopic(api, themeId);
  const [held, hidden, deleted] = [
    await aReply(api, elsewhere, { by: me, body: 'Des mots **à relire**' }),
    await aReply(api, topicId, { by: me, body: 'Des mots masqués' }),
    await aReply(api, elsewhere, { by: me }),
  ];
  await aReply(api, topicId);
  await setStatus(held, 'HELD');
  await setStatus(hidden, 'HIDDEN');
  await setStatus(deleted, 'DELETED');
  const { edges, totalCount } = await list(me);
  expect(totalCount).toBe(3);
  expect(edges?.map(({ node }) => node)).toEqual([
    { id: hidden, status: 'HIDDEN', excerpt: 'Des mots masqués', topic: { id: topicId } },
    { id: held, status: 'HELD', excerpt: 'Des mots à relire', topic: { id: elsewhere } },
    { id: topicId, status: 'PUBLISHED', excerpt: expect.any(String), topic: { id: topicId } },
  ]);
  expect((await list({})).code).toBe('UNAUTHENTICATED');
});

test('it comes page by page, each message once', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId);
  const written: string[] = [];
  for (let at = 0; at < 5; at += 1) written.unshift(await aReply(api, topicId, { by: me }));
  const first = await list(me, 2);
  const second = await list(me, 2, first.pageInfo?.endCursor);
  const third = await list(me, 2, second.pageInfo?.endCursor);
  expect([...idsOf(first), ...idsOf(second), ...idsOf(third)]).toEqual(written);
  expect([first, second, third].map(({ totalCount }) => totalCount)).toEqual([5, 5, 5]);
  expect([first, second, third].map(({ pageInfo }) => pageInfo?.hasNextPage)).toEqual([true, true, false]);
  expect((await list(me, 2, 'x')).code).toBe('BAD_INPUT');
  expect((await list(me, 101)).code).toBe('BAD_INPUT');
});

test('a page costs as many statements whatever is on it', async () => {
  const [some, many] = [await aPerson(api), await aPerson(api)];
  const themes = [themeId, (await aTheme(api)).themeId];
  for (const theme of themes) {
    const topicId = await aTopic(api, theme);
    await aReply(api, topicId, { by: many });
    await aReply(api, topicId, { by: many });
  }
  await aReply(api, await aTopic(api, themeId), { by: some });
  const costOf = async (by: Person) => (await statementsDuring(api.database, () => list(by))).length;
  expect(await costOf(many)).toBe(await costOf(some));
});
