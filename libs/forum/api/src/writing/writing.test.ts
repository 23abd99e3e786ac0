import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, words, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let me: Person;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
  me = await aPerson(api);
});
afterAll(() => api.close());

const countsOf = async (topicId: string) => {
  const [row] = await api.database.query<{ count: number; posts: number }[]>(
    `SELECT post_count AS count, (SELECT count(*)::int FROM post
       WHERE topic_id = topic.id AND depth > 0 AND status = 'PUBLISHED') AS posts
     FROM topic WHERE id = $1`,
    [topicId],
  );
  return row;
};

describe('beginning a topic', () => {
  test('keeps clean words and says what its author may do', async () => {
    const created = await createTopic(api, me, {
      themeId,
      title: '  Le réseau\u202e  de nos écoles ',
      body: 'Il manque\r\nsouvent. ',
    });
    expect(created).toEqual({
      topic: {
        id: expect.any(String),
        title: 'Le réseau de nos écoles',
        body: 'Il manque\nsouvent.',
        status: 'PUBLISHED',
        isMine: true,
        viewerCan: { edit: true, delete: true, reply: true, support: false },
      },
    });
  });

  test('sent again it is one topic; other words under its id are refused', async () => {
    const by = await aPerson(api);
    const input = { id: randomUUID(), themeId, body: words() };
    const first = await createTopic(api, by, input);
    expect(await createTopic(api, by, input)).toEqual(first);
    expect(await createTopic(api, by, { ...input, body: words() })).toEqual({
      code: 'CONFLICT',
      retryAt: null,
    });
    expect(await createTopic(api, me, input)).toEqual({ code: 'CONFLICT', retryAt: null });
  });

  test.each([
    ['a theme that does not exist', { themeId: randomUUID() }, 'UNKNOWN_THEME'],
    ['no title', { title: '' }, 'TITLE_EMPTY'],
    ['a title in one letter', { title: 'a' }, 'TITLE_TOO_SHORT'],
    ['a title of nothing to see', { title: '\u3164\u2060\u200b' }, 'TITLE_EMPTY'],
    ['stacked marks', { title: `Z${'\u0336\u0321\u0353\u0348'.repeat(9)}algo partout` }, 'TITLE_UNREADABLE'],
    ['no words', { body: ' \n ' }, 'EMPTY'],
    ['20,001 characters', { body: 'a'.repeat(20_001) }, 'TOO_LONG'],
  ])('refused: %s', async (_, input, code) => {
    const by = await aPerson(api);
    expect(await createTopic(api, by, { themeId, ...input })).toEqual({ code, retryAt: null });
  });

  test('20,000 characters are taken', async () => {
    const by = await aPerson(api);
    expect((await createTopic(api, by, { themeId, body: 'é'.repeat(20_000) })).topic?.body).toHaveLength(
      20_000,
    );
  });

  test('before the opening, after the closing, suspended', async () => {
    const upcoming = await aTheme(api, { opens: '1 hour' });
    const closed = await aTheme(api, { opens: '-2 days', closes: '-1 second' });
    expect((await createTopic(api, me, { themeId: upcoming.themeId })).code).toBe('NOT_OPEN');
    expect((await createTopic(api, me, { themeId: closed.themeId })).code).toBe('CLOSED');
    const suspended = await aPerson(api);
    await api.database.query('UPDATE account SET suspended_at = now() WHERE id = $1', [suspended.id]);
    expect((await createTopic(api, suspended, { themeId })).code).toBe('SUSPENDED');
  });

  test('a newcomer begins three a day, and is told when the next may be', async () => {
    const by = await aPerson(api);
    for (let begun = 0; begun < 3; begun += 1) await aTopic(api, themeId, by);
    const refused = await createTopic(api, by, { themeId });
    expect(refused.code).toBe('TOO_MANY');
    const inHours = (Date.parse(refused.retryAt ?? '') - Date.now()) / 3_600_000;
    expect(inHours).toBeGreaterThan(23.9);
    expect(inHours).toBeLessThanOrEqual(24);
    const teacher = await aPerson(api, ['teacher']);
    for (let begun = 0; begun < 4; begun += 1) await aTopic(api, themeId, teacher);
  });

  test('a visitor is asked to sign in', async () => {
    const { errors } = await api.graphql(
      'mutation ($input: CreateTopicInput!) { createTopic(input: $input) { __typename } }',
      { input: { id: randomUUID(), themeId, title: 'Le réseau', body: 'Il manque.' } },
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('replying', () => {
  test('to the topic, to a reply, fifty deep', async () => {
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api, ['staff']);
    const first = await reply(api, by, { topicId });
    expect(first.post).toMatchObject({ depth: 1, parentId: null, branchId: null });
    let parentId = first.post!.id;
    for (let depth = 2; depth <= 50; depth += 1) {
      const { post } = await reply(api, by, { topicId, parentId });
      expect(post).toMatchObject({ depth, parentId, branchId: first.post!.id });
      parentId = post!.id;
    }
    expect(await countsOf(topicId)).toEqual({ count: 50, posts: 50 });
    const { data } = await api.graphql<{ post: { branchCount: number; replyCount: number } }>(
      '{ post(id: "' + first.post!.id + '") { branchCount replyCount } }',
    );
    expect(data?.post).toEqual({ branchCount: 49, replyCount: 1 });
    const deepest = await api.graphql<{ post: { ancestors: { id: string }[] } }>(
      `{ post(id: "${parentId}") { ancestors { id } } }`,
    );
    expect(deepest.data?.post.ancestors).toHaveLength(49);
    expect(deepest.data?.post.ancestors[0]?.id).toBe(first.post!.id);
  });

  test('sent again it is one reply', async () => {
    const topicId = await aTopic(api, themeId);
    const input = { id: randomUUID(), topicId, body: words() };
    const first = await reply(api, me, input);
    expect(await reply(api, me, input)).toEqual(first);
    expect(await countsOf(topicId)).toEqual({ count: 1, posts: 1 });
  });

  test('two hundred times at once: exactly one', async () => {
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api);
    const input = { id: randomUUID(), topicId, body: words() };
    const all = await Promise.all(Array.from({ length: 200 }, () => reply(api, by, input)));
    expect(all.filter(({ post }) => post?.id === input.id)).toHaveLength(200);
    expect(await countsOf(topicId)).toEqual({ count: 1, posts: 1 });
  });

  test('the same words under two hundred ids at once: exactly one', async () => {
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api);
    const body = words();
    const all = await Promise.all(
      Array.from({ length: 200 }, () =>
        reply(api, by, { topicId, body: Math.random() < 0.5 ? body : body.toUpperCase() }),
      ),
    );
    expect(all.filter(({ post }) => post)).toHaveLength(1);
    expect(all.filter(({ code }) => code === 'DUPLICATE')).toHaveLength(199);
    expect(await countsOf(topicId)).toEqual({ count: 1, posts: 1 });
  });

  test('two hundred people at once are all counted', async () => {
    const topicId = await aTopic(api, themeId);
    const people = await Promise.all(Array.from({ length: 50 }, () => aPerson(api)));
    const parentId = await aReply(api, topicId);
    const all = await Promise.all(
      people.flatMap((by) => Array.from({ length: 4 }, () => reply(api, by, { topicId, parentId }))),
    );
    expect(all.filter(({ post }) => post)).toHaveLength(200);
    expect(await countsOf(topicId)).toEqual({ count: 201, posts: 201 });
    const [{ replies, branch }] = (await api.database.query(
      'SELECT reply_count AS replies, branch_count AS branch FROM post WHERE id = $1',
      [parentId],
    )) as [{ replies: number; branch: number }];
    expect([replies, branch]).toEqual([200, 200]);
  });

  test('not to what is deleted, hidden, locked, foreign or absent', async () => {
    const topicId = await aTopic(api, themeId);
    const parentId = await aReply(api, topicId);
    const elsewhere = await aReply(api, await aTopic(api, themeId));
    const code = async (input: object) => (await reply(api, me, { topicId, ...input })).code;
    expect(await code({ topicId: randomUUID() })).toBe('UNKNOWN_TOPIC');
    expect(await code({ parentId: randomUUID() })).toBe('UNKNOWN_POST');
    expect(await code({ parentId: elsewhere })).toBe('UNKNOWN_POST');
    for (const status of ['DELETED', 'HIDDEN', 'HELD']) {
      await api.database.query('UPDATE post SET status = $2 WHERE id = $1', [parentId, status]);
      expect(await code({ parentId })).toBe('UNKNOWN_POST');
    }
    await api.database.query('UPDATE topic SET locked_at = now() WHERE id = $1', [topicId]);
    expect(await code({})).toBe('LOCKED');
    for (const status of ['DELETED', 'HIDDEN', 'HELD']) {
      await api.database.query('UPDATE topic SET locked_at = NULL, status = $2 WHERE id = $1', [
        topicId,
        status,
      ]);
      expect(await code({})).toBe('UNKNOWN_TOPIC');
    }
    expect(await countsOf(topicId)).toEqual({ count: 1, posts: 0 });
  });

  test('slow mode and the pace of a newcomer say when', async () => {
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api);
    await aReply(api, topicId, { by });
    await api.database.query('UPDATE topic SET slow_seconds = 60 WHERE id = $1', [topicId]);
    const slowed = await reply(api, by, { topicId });
    expect(slowed.code).toBe('SLOW_MODE');
    expect(Date.parse(slowed.retryAt ?? '') - Date.now()).toBeLessThanOrEqual(60_000);
    const other = await aTopic(api, themeId);
    for (let written = 1; written < 20; written += 1) await aReply(api, other, { by });
    expect((await reply(api, by, { topicId: other })).code).toBe('TOO_MANY');
  });

  test('from 15 to 17 years one’s words wait, seen by their author alone', async () => {
    const minor = await aPerson(api);
    await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1`, [
      minor.id,
    ]);
    const topicId = await aTopic(api, themeId);
    const { post } = await reply(api, minor, { topicId });
    expect(post?.status).toBe('HELD');
    expect(await countsOf(topicId)).toEqual({ count: 0, posts: 0 });
    const read = async (headers = {}) => {
      const { data } = await api.graphql<{ post: object | null; topic: { posts: { edges: object[] } } }>(
        `{ post(id: "${post!.id}") { id } topic(id: "${topicId}") { posts { edges { node { id } } } } }`,
        {},
        { headers },
      );
      return [data?.post !== null, data?.topic.posts.edges.length];
    };
    expect(await read(minor.headers)).toEqual([true, 1]);
    expect(await read(me.headers)).toEqual([false, 0]);
    expect(await read()).toEqual([false, 0]);
  });

  test('costs the same few statements in a topic of any length', async () => {
    const topicId = await aTopic(api, themeId);
    const by = await aPerson(api);
    await aReply(api, topicId, { by });
    const statements = await statementsDuring(api.database, () => reply(api, by, { topicId }));
    // Begin, writer, topic, surroundings, insert, news, announcement, commit; then the reply as its author sees it.
    expect(statements.length).toBeLessThanOrEqual(10);
  });
});
