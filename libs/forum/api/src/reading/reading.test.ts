import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UNREAD_MAX } from '@preau/forum-domain';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
});
afterAll(() => api.close());

interface Place {
  unreadCount: number | null;
  lastReadAt: string | null;
}
async function markRead(by: Person, topicId: string, postId: string) {
  const { data, errors } = await api.graphql<{ markTopicRead: { topic?: Place; code?: string } }>(
    `mutation ($topicId: ID!, $postId: ID!) { markTopicRead(topicId: $topicId, postId: $postId) {
       ... on TopicRead { topic { unreadCount lastReadAt } } ... on ReadRefused { code } } }`,
    { topicId, postId },
    by,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.markTopicRead;
}
const placeOf = async (topicId: string, by: Partial<Person> = {}) =>
  (await api.graphql<{ topic: Place }>(`{ topic(id: "${topicId}") { unreadCount lastReadAt } }`, {}, by)).data
    ?.topic;
const writtenAt = async (id: string) => {
  const [row] = await api.database.query<[{ at: Date }]>('SELECT created_at AS at FROM post WHERE id = $1', [
    id,
  ]);
  return row.at.toISOString();
};

test('one’s place moves forwards only, and what others wrote since is counted', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId);
  const replies = [await aReply(api, topicId), await aReply(api, topicId)];
  replies.push(await aReply(api, topicId, { parentId: replies[0]! }));
  expect(await placeOf(topicId, me)).toEqual({ unreadCount: null, lastReadAt: null });
  const at = async (id: string, unreadCount: number) => ({
    topic: { unreadCount, lastReadAt: await writtenAt(id) },
  });
  expect(await markRead(me, topicId, topicId)).toEqual(await at(topicId, 3));
  expect(await markRead(me, topicId, replies[1]!)).toEqual(await at(replies[1]!, 1));
  expect(await markRead(me, topicId, replies[0]!)).toEqual(await at(replies[1]!, 1));
  await aReply(api, topicId, { by: me });
  await api.database.query(`UPDATE post SET status = 'HIDDEN' WHERE id = $1`, [await aReply(api, topicId)]);
  expect(await placeOf(topicId, me)).toEqual((await at(replies[1]!, 1)).topic);
  expect(await placeOf(topicId)).toEqual({ unreadCount: null, lastReadAt: null });
  expect(await placeOf(topicId, await aPerson(api))).toEqual({ unreadCount: null, lastReadAt: null });
});

test('from two screens at once, the further one stays', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId);
  const replies = [await aReply(api, topicId), await aReply(api, topicId), await aReply(api, topicId)];
  await Promise.all([...replies, ...replies.toReversed()].map((id) => markRead(me, topicId, id)));
  expect(await placeOf(topicId, me)).toEqual({ unreadCount: 0, lastReadAt: await writtenAt(replies[2]!) });
});

test('a hundred new messages and more are « a hundred »', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId);
  await markRead(me, topicId, topicId);
  await api.database.query(
    `INSERT INTO post (topic_id, parent_id, depth, author_id, body, body_hash)
     SELECT id, id, 1, author_id, 'x', 'x' FROM topic, generate_series(1, $2) WHERE id = $1`,
    [topicId, UNREAD_MAX + 5],
  );
  expect((await placeOf(topicId, me))?.unreadCount).toBe(UNREAD_MAX);
});

test('refused: a topic or a message that is not there, of another topic, or held', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId);
  const held = await aReply(api, topicId);
  await api.database.query(`UPDATE post SET status = 'HELD' WHERE id = $1`, [held]);
  for (const id of ['x', randomUUID()]) {
    expect(await markRead(me, id, topicId)).toEqual({ code: 'UNKNOWN_TOPIC' });
    expect(await markRead(me, topicId, id)).toEqual({ code: 'UNKNOWN_POST' });
  }
  const elsewhere = await aReply(api, await aTopic(api, themeId));
  for (const id of [elsewhere, held])
    expect(await markRead(me, topicId, id)).toEqual({ code: 'UNKNOWN_POST' });
  expect(await placeOf(topicId, me)).toEqual({ unreadCount: null, lastReadAt: null });
});

test('the first message of others since the last one read is named, in the order of writing', async () => {
  const me = await aPerson(api);
  const topicId = await aTopic(api, themeId);
  const firstUnread = async (by: Partial<Person> = me) =>
    (
      await api.graphql<{ topic: { firstUnreadId: string | null } }>(
        `{ topic(id: "${topicId}") { firstUnreadId } }`,
        {},
        by,
      )
    ).data?.topic.firstUnreadId;
  const first = await aReply(api, topicId);
  expect(await firstUnread()).toBeNull();
  await markRead(me, topicId, first);
  expect(await firstUnread()).toBeNull();
  await aReply(api, topicId, { by: me });
  const hidden = await aReply(api, topicId);
  await api.database.query(`UPDATE post SET status = 'HIDDEN' WHERE id = $1`, [hidden]);
  const under = await aReply(api, topicId, { parentId: first });
  await aReply(api, topicId);
  expect(await firstUnread()).toBe(under);
  expect([await firstUnread({}), await firstUnread(await aPerson(api))]).toEqual([null, null]);
});
