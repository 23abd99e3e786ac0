import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let consultation: string;
let staff: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId, consultation } = await aTheme(api));
  staff = await aPerson(api, ['staff']);
});
afterAll(() => api.close());

type Answer = Record<
  string,
  { topic?: Record<string, unknown>; service?: { id: string; name: string; endedAt?: string }; code?: string }
>;
const ask = async (mutation: string, { headers }: Pick<Person, 'headers'> = staff, variables = {}) => {
  const { data, errors } = await api.graphql<Answer>(mutation, variables, { headers });
  return data ? Object.values(data)[0]! : { code: errors![0]!.extensions.code };
};
const REASON = 'La discussion tourne en rond.';
const TOPIC = `{ ... on TopicManaged { topic { isPinned isLocked lockReason lockedAt slowSeconds solvedPostId conclusion concludedBy { name } } } ... on ManagingRefused { code } }`;
const aService = async (name = `Service ${randomUUID()}`) => {
  const id = randomUUID();
  const saved = await ask(
    `mutation ($input: SaveForumServiceInput!) { saveForumService(input: $input) { ... on ForumServiceSaved { service { id name } } ... on ManagingRefused { code } } }`,
    staff,
    { input: { id, name } },
  );
  return { id, saved };
};
const conclude = (topicId: string, serviceId: string, conclusion: string | null) =>
  ask(`mutation ($input: ConcludeTopicInput!) { concludeTopic(input: $input) ${TOPIC} }`, staff, {
    input: { topicId, serviceId, conclusion },
  });

const logOf = (topicId: string) =>
  api.database.query<{ action: string; details: object }[]>(
    'SELECT action, details FROM audit_entry WHERE object = $1 ORDER BY rank',
    [`topic:${topicId}`],
  );

describe('keeping a topic', () => {
  test('pinned, locked and slow, and back; each in the log', async () => {
    const id = await aTopic(api, themeId);
    expect((await ask(`mutation { pinTopic(topicId: "${id}", pinned: true) ${TOPIC} }`)).topic).toMatchObject(
      {
        isPinned: true,
        isLocked: false,
      },
    );
    expect(
      (await ask(`mutation { lockTopic(topicId: "${id}", locked: true, reason: " ${REASON} ") ${TOPIC} }`))
        .topic,
    ).toMatchObject({
      isPinned: true,
      isLocked: true,
      lockReason: REASON,
      lockedAt: expect.any(String),
    });
    expect((await reply(api, await aPerson(api), { topicId: id })).code).toBe('LOCKED');
    expect(
      (await ask(`mutation { lockTopic(topicId: "${id}", locked: false) ${TOPIC} }`)).topic,
    ).toMatchObject({ lockReason: null, lockedAt: null });
    await ask(`mutation { pinTopic(topicId: "${id}", pinned: false) ${TOPIC} }`);
    expect((await ask(`mutation { slowTopic(topicId: "${id}", seconds: 30) ${TOPIC} }`)).topic).toMatchObject(
      {
        isPinned: false,
        isLocked: false,
        slowSeconds: 30,
      },
    );
    for (const seconds of [-1, 86_401])
      expect(await ask(`mutation { slowTopic(topicId: "${id}", seconds: ${seconds}) ${TOPIC} }`)).toEqual({
        code: 'TOO_SLOW',
      });
    const logged = await api.database.query<{ details: object }[]>(
      `SELECT details FROM audit_entry WHERE object = $1 ORDER BY rank`,
      [`topic:${id}`],
    );
    expect(logged.map(({ details }) => details)).toEqual([
      { isPinned: true },
      { isLocked: true, lockReason: REASON },
      { isLocked: false },
      { isPinned: false },
      { slowSeconds: 30 },
    ]);
  });

  test('is its theme’s moderators’, not another’s, nor a participant’s', async () => {
    const id = await aTopic(api, themeId);
    const moderatorOf = async (theme: string | null) => {
      const { id: account } = await anAccount(api, {
        grants: [{ role: 'moderator', territory: null, themeId: theme }],
      });
      return aSession(api, account);
    };
    const pin = `mutation { pinTopic(topicId: "${id}", pinned: true) ${TOPIC} }`;
    expect(await ask(pin, await moderatorOf(themeId))).toHaveProperty('topic');
    expect(await ask(pin, await moderatorOf(null))).toHaveProperty('topic');
    expect(await ask(pin, await moderatorOf((await aTheme(api)).themeId))).toEqual({ code: 'OUT_OF_SCOPE' });
    expect(await ask(pin, await aPerson(api))).toEqual({ code: 'OUT_OF_SCOPE' });
    expect(await ask(`mutation { pinTopic(topicId: "x", pinned: true) ${TOPIC} }`)).toEqual({
      code: 'UNKNOWN_TOPIC',
    });
  });

  test.each([
    ['', 'REASON_EMPTY'],
    ['court', 'REASON_TOO_SHORT'],
    ['long '.repeat(80), 'REASON_TOO_LONG'],
    ['Z̷̧̢̛a̷̧̢̛ļ̷̢̛ģ̷̢̛ơ̷̧̢', 'REASON_UNREADABLE'],
  ])('is not locked for no reason: %s', async (reason, code) => {
    const id = await aTopic(api, themeId);
    const lock = `mutation ($reason: String) { lockTopic(topicId: "${id}", locked: true, reason: $reason) ${TOPIC} }`;
    expect(await ask(lock, staff, { reason })).toEqual({ code });
    expect(await ask(lock)).toEqual({ code: 'REASON_EMPTY' });
  });

  test('in slow mode says to each when they may write again', async () => {
    const id = await aTopic(api, themeId);
    const writer = await aPerson(api);
    const mayWriteAt = async ({ headers }: Pick<Person, 'headers'>) =>
      (
        await api.graphql<{ topic: { mayWriteAt: string | null } }>(
          `{ topic(id: "${id}") { mayWriteAt } }`,
          {},
          { headers },
        )
      ).data?.topic.mayWriteAt;
    const { post } = await reply(api, writer, { topicId: id });
    expect(await mayWriteAt(writer)).toBeNull();
    await ask(`mutation { slowTopic(topicId: "${id}", seconds: 600) ${TOPIC} }`);
    const [{ at } = { at: 0 }] = await api.database.query<{ at: number }[]>(
      'SELECT extract(epoch FROM created_at)::float * 1000 AS at FROM post WHERE id = $1',
      [post?.id],
    );
    expect(Math.abs(Date.parse((await mayWriteAt(writer)) ?? '') - at - 600_000)).toBeLessThan(2);
    expect((await reply(api, writer, { topicId: id })).code).toBe('SLOW_MODE');
    for (const other of [await aPerson(api), staff]) expect(await mayWriteAt(other)).toBeNull();
    await api.database.query(
      `UPDATE post SET created_at = created_at - interval '11 minutes' WHERE id = $1`,
      [post?.id],
    );
    expect(await mayWriteAt(writer)).toBeNull();
  });

  test('which reply answers it, its author says', async () => {
    const author = await aPerson(api);
    const id = await aTopic(api, themeId, author);
    const answer = await aReply(api, id);
    const elsewhere = await aReply(api, await aTopic(api, themeId));
    const mark = (postId: string | null, by: Pick<Person, 'headers'>) =>
      ask(
        `mutation { markSolved(topicId: "${id}", postId: ${postId ? `"${postId}"` : 'null'}) ${TOPIC} }`,
        by,
      );
    expect((await mark(answer, author)).topic).toMatchObject({ solvedPostId: answer });
    expect(await mark(elsewhere, author)).toEqual({ code: 'UNKNOWN_POST' });
    expect(await mark(id, author)).toEqual({ code: 'UNKNOWN_POST' });
    expect(await mark(answer, await aPerson(api))).toEqual({ code: 'OUT_OF_SCOPE' });
    expect(await logOf(id)).toEqual([]);
    for (let times = 0; times < 2; times += 1)
      expect((await mark(null, staff)).topic).toMatchObject({ solvedPostId: null });
    expect((await mark(answer, staff)).topic).toMatchObject({ solvedPostId: answer });
    // Twice the same is one decision; the author’s own are none of the institution’s.
    expect(await logOf(id)).toEqual([
      { action: 'forum.solve', details: { postId: null } },
      { action: 'forum.solve', details: { postId: answer } },
    ]);
  });
});

describe('the institution', () => {
  test('names its services, each name once', async () => {
    const name = `Direction ${randomUUID()}`;
    const { id, saved } = await aService(name);
    expect(saved).toEqual({ service: { id, name } });
    expect((await aService(name)).saved).toEqual({ code: 'NAME_TAKEN' });
    expect((await aService('ab')).saved).toEqual({ code: 'TOO_SHORT' });
    const { data } = await api.graphql<{ forumServices: { edges: { node: { name: string } }[] } }>(
      '{ forumServices(first: 100) { edges { node { name } } } }',
    );
    expect(data?.forumServices.edges.map(({ node }) => node.name)).toContain(name);
  });

  test('answers for a service in the log: written, changed, taken back, and by whom', async () => {
    const { id: serviceId } = await aService();
    const topicId = await aTopic(api, themeId);
    const id = randomUUID();
    const input = { id, topicId, serviceId, body: 'Le réseau vient.' };
    for (let times = 0; times < 2; times += 1)
      expect((await reply(api, staff, input)).post).toMatchObject({ id });
    // What staff write for themselves is theirs.
    await reply(api, staff, { topicId });
    const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { __typename ... on PostChangeRefused { code } } }`;
    for (const body of ['Le réseau vient.', 'Le réseau vient en mars.'])
      await api.graphql(edit, { input: { id, revision: 0, body } }, { headers: staff.headers });
    await api.graphql(`mutation { deletePost(id: "${id}") { __typename } }`, {}, { headers: staff.headers });
    const details = { postId: id, serviceId };
    expect(await logOf(topicId)).toEqual([
      { action: 'forum.official', details },
      { action: 'forum.official-edit', details },
      { action: 'forum.official-delete', details },
    ]);
    const [{ accountId, written }] = await api.database.query<[{ accountId: string; written: string }]>(
      `SELECT e.account_id AS "accountId", p.author_id AS written FROM audit_entry e, post p
       WHERE e.object = $1 AND p.id = $2 LIMIT 1`,
      [`topic:${topicId}`, id],
    );
    expect(accountId).toBe(written);
  });

  test('opens a topic for a service in the log', async () => {
    const { id: serviceId } = await aService();
    const { topic } = await createTopic(api, staff, { themeId: (await aTheme(api)).themeId, serviceId });
    const { id } = topic!;
    expect(await logOf(id)).toEqual([{ action: 'forum.official', details: { postId: id, serviceId } }]);
  });

  test('ends a service, which writes no more; what it wrote stays, and it can be taken up again', async () => {
    const { id: serviceId, saved } = await aService();
    const topicId = await aTopic(api, (await aTheme(api)).themeId);
    const answer = await reply(api, staff, { topicId, serviceId });
    const SERVICE = `{ ... on ForumServiceSaved { service { id name endedAt } } ... on ManagingRefused { code } }`;
    const end = (id: string, ended: boolean) =>
      ask(`mutation { endForumService(id: "${id}", ended: ${ended}) ${SERVICE} }`);
    const listed = async (query: string) => {
      const { data } = await api.graphql<
        Record<string, { totalCount: number; edges: { node: { id: string } }[] }>
      >(`{ ${query}(first: 100) { totalCount edges { node { id } } } }`, {}, { headers: staff.headers });
      const ids = data?.[query]?.edges.map(({ node }) => node.id) ?? [];
      expect(data?.[query]?.totalCount).toBe(ids.length);
      return ids.includes(serviceId);
    };
    const { service } = await end(serviceId, true);
    expect(service?.endedAt).toEqual(expect.any(String));
    expect((await end(serviceId, true)).service).toEqual(service);
    expect((await reply(api, staff, { topicId, serviceId })).code).toBe('UNKNOWN_SERVICE');
    expect((await conclude(topicId, serviceId, 'Le réseau vient.')).code).toBe('UNKNOWN_SERVICE');
    expect([await listed('forumServices'), await listed('managedForumServices')]).toEqual([false, true]);
    const { data } = await api.graphql(`{ post(id: "${answer.post?.id}") { official { name } } }`);
    expect(data).toEqual({ post: { official: { name: saved.service?.name } } });
    expect((await end(serviceId, false)).service).toMatchObject({ endedAt: null });
    expect((await reply(api, staff, { topicId, serviceId })).code).toBeUndefined();
    expect(await end(randomUUID(), true)).toEqual({ code: 'UNKNOWN_SERVICE' });
    expect(await end('x', true)).toEqual({ code: 'UNKNOWN_SERVICE' });
  });

  test('answers under the name of a service, and what it says is listed', async () => {
    const { id: serviceId, saved } = await aService();
    const topicId = await aTopic(api, themeId);
    const answer = await reply(api, staff, { topicId, serviceId });
    const { topic } = await createTopic(api, staff, { themeId, serviceId });
    for (const by of [await aPerson(api), await aPerson(api, ['moderator'])])
      expect((await reply(api, by, { topicId, serviceId })).code).toBe('UNKNOWN_SERVICE');
    expect((await reply(api, staff, { topicId, serviceId: randomUUID() })).code).toBe('UNKNOWN_SERVICE');
    const { data } = await api.graphql(
      `{ officialPosts(consultation: "${consultation}") { edges { node { id official { name } topic { id title } } } } }`,
    );
    const official = { name: saved.service?.name };
    const title = 'Le réseau de nos écoles';
    expect(data).toEqual({
      officialPosts: {
        edges: [
          { node: { id: topic?.id, official, topic: { id: topic?.id, title } } },
          { node: { id: answer.post?.id, official, topic: { id: topicId, title } } },
        ],
      },
    });
    const inTopic = await api.graphql(
      `{ topic(id: "${topicId}") { officialPosts { totalCount edges { node { id } } } } }`,
    );
    expect(inTopic.data).toEqual({
      topic: { officialPosts: { totalCount: 1, edges: [{ node: { id: answer.post?.id } }] } },
    });
  });

  test('is listed by theme and page by page, of how many', async () => {
    const here = await aTheme(api);
    const { id: serviceId } = await aService();
    const topicId = await aTopic(api, here.themeId);
    const ids: (string | undefined)[] = [];
    for (let at = 0; at < 3; at += 1) ids.push((await reply(api, staff, { topicId, serviceId })).post?.id);
    await api.database.query(`UPDATE post SET status = 'HIDDEN' WHERE id = $1`, [ids.shift()]);
    interface Listed {
      officialPosts: {
        totalCount: number;
        edges: { node: { id: string } }[];
        pageInfo: { endCursor: string };
      };
    }
    const list = async (theme: string, after: string | null = null) =>
      (
        await api.graphql<Listed>(
          `query ($after: ID) { officialPosts(consultation: "${here.consultation}", theme: "${theme}", first: 1, after: $after) {
            totalCount edges { node { id } } pageInfo { endCursor } } }`,
          { after },
        )
      ).data!.officialPosts;
    const first = await list('theme');
    const second = await list('theme', first.pageInfo.endCursor);
    expect([first, second].map(({ edges }) => edges[0]?.node.id)).toEqual(ids.toReversed());
    expect(first.totalCount).toBe(2);
    expect((await list('absent')).edges).toEqual([]);
  });
});
