import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, reply } from '../test-data';
import { ModeratedPosts } from './moderated-posts';

let api: TestApi;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
});
afterAll(() => api.close());

const apply = (id: string, event: 'hide' | 'restore' | 'release') =>
  transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, event));
const rows = (topicId: string) =>
  api.database.query<object[]>(
    `SELECT t.post_count, t.status AS topic, p.status, p.supports, p.reply_count, p.branch_count, c.published
     FROM topic t JOIN post p ON p.topic_id = t.id JOIN contributor c ON c.account_id = p.author_id
     WHERE t.id = $1 ORDER BY p.created_at`,
    [topicId],
  );

test('hidden and restored, a message is exactly where it was', async () => {
  const topicId = await aTopic(api, themeId);
  const one = await aReply(api, topicId);
  const two = await aReply(api, topicId, { parentId: one });
  await aReply(api, topicId, { parentId: two });
  await api.graphql(`mutation { giveSupport(postId: "${two}") { __typename } }`, {}, await aPerson(api));
  const before = await rows(topicId);
  expect(await apply(two, 'hide')).toBe(true);
  expect(await rows(topicId)).not.toEqual(before);
  expect(await apply(two, 'hide')).toBe(false);
  expect(await apply(two, 'restore')).toBe(true);
  expect(await apply(two, 'restore')).toBe(false);
  expect(await rows(topicId)).toEqual(before);
});

test('a topic is hidden with its title, and restored', async () => {
  const topicId = await aTopic(api, themeId);
  const before = await rows(topicId);
  await apply(topicId, 'hide');
  const read = async () => (await api.graphql(`{ topic(id: "${topicId}") { title status body } }`)).data;
  expect(await read()).toEqual({ topic: { title: '', status: 'HIDDEN', body: null } });
  await apply(topicId, 'restore');
  expect(await rows(topicId)).toEqual(before);
});

test('what is held is counted once it is published, and not twice', async () => {
  const topicId = await aTopic(api, themeId);
  const minor = await aPerson(api);
  await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1`, [
    minor.id,
  ]);
  const { post } = await reply(api, minor, { topicId });
  const count = async () =>
    (await api.graphql<{ topic: { postCount: number } }>(`{ topic(id: "${topicId}") { postCount } }`)).data
      ?.topic.postCount;
  expect(await count()).toBe(0);
  expect(await apply(post!.id, 'release')).toBe(true);
  expect(await apply(post!.id, 'release')).toBe(false);
  expect(await count()).toBe(1);
});

test('what its author deleted stays deleted', async () => {
  const topicId = await aTopic(api, themeId);
  const by = await aPerson(api);
  const id = await aReply(api, topicId, { by });
  await apply(id, 'hide');
  await api.graphql(`mutation { deletePost(id: "${id}") { __typename } }`, {}, by);
  expect(await apply(id, 'restore')).toBe(false);
  const [row] = await api.database.query<{ post_count: number }[]>(
    'SELECT post_count FROM topic WHERE id = $1',
    [topicId],
  );
  expect(row).toEqual({ post_count: 0 });
});
