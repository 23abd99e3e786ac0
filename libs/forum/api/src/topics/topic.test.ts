import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic } from '../test-data';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
});
afterAll(() => api.close());

interface Page {
  edges: { cursor: string; node: { id: string; title?: string; replies?: Page } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);
const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';

const topicsOf = async (variables: Record<string, unknown>, headers = {}) => {
  const { data, errors } = await api.graphql<{ topics: Page }>(
    `query ($consultation: String!, $theme: String, $order: ForumOrder, $pinned: Boolean, $first: Int, $after: ID) {
       topics(consultation: $consultation, theme: $theme, order: $order, pinned: $pinned, first: $first, after: $after) { ${PAGE} } }`,
    variables,
    { headers },
  );
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.topics;
};
const postsOf = async (id: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await api.graphql<{ topic: { posts: Page } }>(
    `query ($id: ID!, $order: ForumOrder, $first: Int, $after: ID, $before: ID, $from: ID) {
       topic(id: $id) { posts(order: $order, first: $first, after: $after, before: $before, from: $from) { ${PAGE} } } }`,
    { id, ...variables },
  );
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.topic.posts;
};

describe('the topics of a consultation', () => {
  test('are listed in each order, page by page, without a gap or a double', async () => {
    const { consultation, themeId } = await aTheme(api);
    const created: string[] = [];
    for (let at = 0; at < 7; at += 1) created.push(await aTopic(api, themeId));
    await api.database.query('UPDATE topic SET supports = 5 WHERE id = ANY($1)', [
      [created[1], created[2], created[3]],
    ]);
    await aReply(api, created[0]!);
    const expected = {
      RECENT: created.toReversed(),
      OLDEST: created,
      ACTIVITY: [created[0], ...created.slice(1).toReversed()],
      SUPPORTS: null,
    };
    for (const [order, wanted] of Object.entries(expected)) {
      const walked: string[] = [];
      let after: string | null = null;
      do {
        const page: Page = await topicsOf({ consultation, order, first: 2, after });
        walked.push(...ids(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      if (wanted) expect(walked).toEqual(wanted);
      else expect(new Set(walked.slice(0, 3))).toEqual(new Set(created.slice(1, 4)));
      expect(new Set(walked).size).toBe(7);
    }
  });

  test('by theme, pinned ones, and none of what cannot be read', async () => {
    const { consultation, themeId } = await aTheme(api);
    const [kept, hidden, deleted, held] = [
      await aTopic(api, themeId),
      await aTopic(api, themeId),
      await aTopic(api, themeId),
      await aTopic(api, themeId),
    ];
    await api.database.query(
      `UPDATE topic SET status = CASE id WHEN $1 THEN 'HIDDEN' WHEN $2 THEN 'DELETED' WHEN $3 THEN 'HELD' ELSE status END
       WHERE theme_id = $4`,
      [hidden, deleted, held, themeId],
    );
    expect(ids(await topicsOf({ consultation, theme: 'theme' }))).toEqual([kept]);
    expect(ids(await topicsOf({ consultation, theme: 'autre' }))).toEqual([]);
    expect(ids(await topicsOf({ consultation: 'inconnue' }))).toEqual([]);
    expect(ids(await topicsOf({ consultation, pinned: true }))).toEqual([]);
    await api.database.query('UPDATE topic SET pinned_at = now() WHERE id = $1', [kept]);
    expect(ids(await topicsOf({ consultation, pinned: true }))).toEqual([kept]);
  });

  test('are counted for those who ask, and begin with their words in plain text', async () => {
    const { consultation, themeId } = await aTheme(api);
    const by = await aPerson(api);
    await createTopic(api, by, {
      themeId,
      body: `> Citation\n\n**Bonjour** à tous,\nvoici ${'un mot '.repeat(100)}`,
    });
    const hidden = await aTopic(api, themeId);
    await api.database.query(`UPDATE topic SET status = 'HIDDEN' WHERE id = $1`, [hidden]);
    const asked = (theme: string) =>
      api.graphql<{ topics: { totalCount: number; edges: { node: { excerpt: string } }[] } }>(
        `query ($consultation: String!, $theme: String) {
           topics(consultation: $consultation, theme: $theme, first: 1) { totalCount edges { node { excerpt } } } }`,
        { consultation, theme },
      );
    const { topics } = (await asked('theme')).data!;
    expect(topics.totalCount).toBe(1);
    const [edge] = topics.edges;
    expect(edge?.node.excerpt).toMatch(/^Bonjour à tous, voici un mot .*…$/);
    expect(edge?.node.excerpt.length).toBeLessThanOrEqual(240);
    expect((await asked('autre')).data?.topics.edges).toEqual([]);
  });

  test.each(['x', 'MTIzIDQ1Ng', Buffer.from(`1 ${randomUUID()} 2`).toString('base64url'), '🙂'])(
    'a cursor of one’s own making is refused: %s',
    async (after) => {
      const { consultation } = await aTheme(api);
      await expect(topicsOf({ consultation, after })).rejects.toThrow('BAD_INPUT');
    },
  );

  test('more than a hundred at once, or none, is refused', async () => {
    const { consultation } = await aTheme(api);
    for (const first of [0, -1, 101])
      await expect(topicsOf({ consultation, first })).rejects.toThrow('BAD_INPUT');
  });
});

describe('a topic', () => {
  test('is read with its messages: forwards, backwards, from one of them', async () => {
    const { themeId } = await aTheme(api);
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api, ['staff']);
    const replies: string[] = [];
    for (let at = 0; at < 9; at += 1) replies.push(await aReply(api, topicId, { by }));
    const first = await postsOf(topicId, { first: 4 });
    expect(ids(first)).toEqual(replies.slice(0, 4));
    const second = await postsOf(topicId, { first: 4, after: first.pageInfo.endCursor });
    expect(ids(second)).toEqual(replies.slice(4, 8));
    const before = await postsOf(topicId, { first: 3, before: second.edges[0]!.cursor });
    expect(ids(before)).toEqual(replies.slice(1, 4));
    expect(before.pageInfo.hasNextPage).toBe(true);
    expect(ids(await postsOf(topicId, { from: replies[6] }))).toEqual(replies.slice(6));
    expect(ids(await postsOf(topicId, { from: replies[6], order: 'RECENT', first: 2 }))).toEqual([
      replies[6],
      replies[5],
    ]);
    await expect(postsOf(topicId, { from: randomUUID() })).rejects.toThrow('NOT_FOUND');
  });

  test('in the order of supports, and of what is lively', async () => {
    const { themeId } = await aTheme(api);
    const topicId = await aTopic(api, themeId);
    const [one, two, three] = [
      await aReply(api, topicId),
      await aReply(api, topicId),
      await aReply(api, topicId),
    ];
    await aReply(api, topicId, { parentId: await aReply(api, topicId, { parentId: one }) });
    await api.database.query('UPDATE post SET supports = 3 WHERE id = $1', [two]);
    expect(ids(await postsOf(topicId, { order: 'ACTIVITY' }))).toEqual([one, three, two]);
    expect(ids(await postsOf(topicId, { order: 'SUPPORTS' }))[0]).toBe(two);
  });

  test('what is hidden or deleted keeps its place, without words or author', async () => {
    const { themeId } = await aTheme(api);
    const author = await aPerson(api);
    const topicId = await aTopic(api, themeId, author);
    const hidden = await aReply(api, topicId, { by: author });
    const deleted = await aReply(api, topicId);
    await api.database.query(
      `UPDATE post SET status = CASE id WHEN $1 THEN 'HIDDEN' ELSE 'DELETED' END WHERE id IN ($1, $2)`,
      [hidden, deleted],
    );
    const read = async (headers = {}) =>
      (
        await api.graphql(
          `{ topic(id: "${topicId}") { posts { edges { node { id status body author { name } revisions { edges { node { body } } } } } } } }`,
          {},
          { headers },
        )
      ).data;
    const trace = (id: string, status: string, author: object | null) => ({
      node: { id, status, body: null, author, revisions: { edges: [] } },
    });
    expect(await read()).toEqual({
      topic: {
        posts: {
          edges: [trace(hidden, 'HIDDEN', { name: 'Dominique Petit' }), trace(deleted, 'DELETED', null)],
        },
      },
    });
    expect(JSON.stringify(await read(author.headers))).toContain('Quelques mots');
  });

  test('with its branches costs two statements, however many messages', async () => {
    const { themeId } = await aTheme(api);
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api, ['staff']);
    const branches: string[][] = [];
    for (let at = 0; at < 8; at += 1) {
      const one = await aReply(api, topicId, { by });
      const two = await aReply(api, topicId, { by, parentId: one });
      const three = await aReply(api, topicId, { by, parentId: two });
      branches.push([one, two, three, await aReply(api, topicId, { by, parentId: one })]);
    }
    const read = (first: number) =>
      api.graphql<{ topic: { posts: { edges: { node: { id: string; branch: Page; replies: Page } }[] } } }>(
        `query ($first: Int) { topic(id: "${topicId}") { title theme { slug } posts(first: 50) { edges { node { id body author { name }
           viewerCan { reply } branch(first: $first) { ${PAGE} } replies { ${PAGE} } } } } } }`,
        { first },
      );
    let found: Awaited<ReturnType<typeof read>>['data'] = null;
    const statements = await statementsDuring(api.database, async () => {
      found = (await read(10)).data;
    });
    expect(found!.topic.posts.edges.map(({ node }) => [node.id, ...ids(node.branch)])).toEqual(branches);
    expect(ids(found!.topic.posts.edges[0]!.node.replies)).toEqual([branches[0]![1], branches[0]![3]]);
    // The topic, its theme, its replies, their branches, their own replies.
    expect(statements).toHaveLength(5);
    const short = (await read(2)).data!.topic.posts.edges[3]!.node.branch;
    expect(ids(short)).toEqual(branches[3]!.slice(1, 3));
    const rest = await api.graphql<{ post: { branch: Page } }>(
      `{ post(id: "${branches[3]![0]!}") { branch(after: "${short.pageInfo.endCursor!}") { ${PAGE} } } }`,
    );
    expect(ids(rest.data!.post.branch)).toEqual(branches[3]!.slice(3));
  });

  test('that is held is its author’s alone', async () => {
    const { themeId } = await aTheme(api);
    const minor = await aPerson(api);
    await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1`, [
      minor.id,
    ]);
    const { topic } = await createTopic(api, minor, { themeId });
    expect(topic?.status).toBe('HELD');
    const read = async (headers = {}) =>
      (await api.graphql<{ topic: object | null }>(`{ topic(id: "${topic!.id}") { id } }`, {}, { headers }))
        .data?.topic;
    expect(await read(minor.headers)).toEqual({ id: topic!.id });
    expect(await read()).toBeNull();
    expect(await read((await aPerson(api)).headers)).toBeNull();
  });

  test.each(['', 'x', randomUUID()])('one that is not there: %p', async (id) => {
    expect(
      (await api.graphql('query ($id: ID!) { topic(id: $id) { id } post(id: $id) { id } }', { id })).data,
    ).toEqual({
      topic: null,
      post: null,
    });
  });
});
