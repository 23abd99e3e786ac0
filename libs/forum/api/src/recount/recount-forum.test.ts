import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { ModeratedPosts } from '../moderated/moderated-posts';
import { aPerson, aReply, aTheme, aTopic, reply, type Person } from '../test-data';
import { recountForum } from './recount-forum';

let api: TestApi;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
});
afterAll(() => api.close());

const support = (verb: 'giveSupport' | 'withdrawSupport', id: string, by: Person) =>
  api.graphql(`mutation { ${verb}(postId: "${id}") { __typename } }`, {}, by);

test('after everything at once (replies, supports, deleting, hiding, restoring) the counters are what there is', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => aPerson(api, ['staff'])));
  const topics = [await aTopic(api, themeId, people[0]), await aTopic(api, themeId, people[1])];
  const roots: string[] = [];
  for (const topicId of topics)
    for (let at = 0; at < 3; at += 1) roots.push(await aReply(api, topicId, { by: people[at] as Person }));
  const apply = (id: string, event: 'hide' | 'restore') =>
    transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, event));
  const counting: Promise<unknown>[] = [];
  await Promise.all(
    people.map(async (by, at) => {
      for (let turn = 0; turn < 6; turn += 1) {
        const topicId = topics[(at + turn) % 2] as string;
        const parentId = roots[((at + turn) % 2) * 3 + (turn % 3)] as string;
        const { post } = await reply(api, by, { topicId, parentId });
        await Promise.all([
          support(turn % 3 === 2 ? 'withdrawSupport' : 'giveSupport', parentId, by),
          support('giveSupport', topicId, by),
          turn % 2 === 0 && post
            ? api.graphql(`mutation { deletePost(id: "${post.id}") { __typename } }`, {}, by)
            : apply(parentId, at % 2 === 0 ? 'hide' : 'restore'),
        ]);
        if (at === 0) counting.push(recountForum(api.database, { check: true }));
      }
    }),
  );
  for (const found of await Promise.all(counting)) expect(found).toMatchObject({ differences: [] });
  expect(await recountForum(api.database, { check: true })).toMatchObject({ topics: 2, differences: [] });
});

test('what is wrong is said, and put right unless it is a check', async () => {
  const by = await aPerson(api, ['staff']);
  const topicId = await aTopic(api, themeId, by);
  const id = await aReply(api, topicId, { by });
  await aReply(api, topicId, { by, parentId: id });
  await support('giveSupport', topicId, await aPerson(api));
  await api.database.query('UPDATE topic SET post_count = 9, supports = 8 WHERE id = $1', [topicId]);
  await api.database.query('UPDATE post SET supports = 7, reply_count = 6, branch_count = 5 WHERE id = $1', [
    id,
  ]);
  await api.database.query('UPDATE contributor SET published = 4 WHERE account_id = $1', [by.id]);
  const wrong = [
    { table: 'topic', of: topicId, count: 'post_count', stored: 9, expected: 2 },
    { table: 'topic', of: topicId, count: 'supports', stored: 8, expected: 1 },
    { table: 'post', of: id, count: 'supports', stored: 7, expected: 0 },
    { table: 'post', of: id, count: 'reply_count', stored: 6, expected: 1 },
    { table: 'post', of: id, count: 'branch_count', stored: 5, expected: 1 },
    { table: 'contributor', of: by.id, count: 'published', stored: 4, expected: 3 },
  ];
  for (const check of [true, false])
    expect((await recountForum(api.database, { check })).differences).toEqual(wrong);
  const progress: number[] = [];
  const after = await recountForum(api.database, {
    check: true,
    progress: (topics) => progress.push(topics),
  });
  expect([after.differences, progress]).toEqual([[], [after.topics]]);
});

test('more than a stretch is counted to the end', async () => {
  await api.database.query(
    `WITH made AS (
       INSERT INTO topic (consultation_id, theme_id, author_id, title, post_count)
       SELECT consultation_id, theme_id, author_id, 'x', 1 FROM (SELECT * FROM topic LIMIT 1) t, generate_series(1, 250)
       RETURNING id, author_id)
     INSERT INTO post (id, topic_id, depth, author_id, body, body_hash) SELECT id, id, 0, author_id, 'x', 'x' FROM made`,
  );
  const { topics, differences } = await recountForum(api.database, { check: false });
  expect(topics).toBe(253);
  expect(differences.filter(({ count }) => count === 'post_count')).toHaveLength(250);
  expect((await recountForum(api.database, { check: true })).differences).toEqual([]);
});
