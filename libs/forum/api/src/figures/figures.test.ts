import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic } from '../test-data';
import { ForumWorker } from './forum-worker';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
});
afterAll(() => api.close());

const figures = async (slug: string) =>
  (
    await api.graphql<{ consultation: { participation: { posts: number; asOf: string } } }>(
      `{ consultation(slug: "${slug}") { participation { posts asOf } } }`,
    )
  ).data?.consultation.participation;
const count = (asOf = new Date()) => api.get(ForumWorker).count(asOf);

test('the figure of messages is that of topics and replies everybody can read', async () => {
  const { consultation, themeId } = await aTheme(api);
  const by = await aPerson(api, ['staff']);
  const topicId = await aTopic(api, themeId, by);
  const parentId = await aReply(api, topicId, { by });
  await aReply(api, topicId, { by, parentId });
  const hidden = await aTopic(api, themeId, by);
  await aReply(api, hidden, { by });
  await api.database.query(`UPDATE topic SET status = 'HIDDEN' WHERE id = $1`, [hidden]);
  const first = new Date('2026-11-22T10:00:00Z');
  await count(first);
  expect(await figures(consultation)).toEqual({ posts: 3, asOf: first.toISOString() });
  await count(new Date('2026-11-22T11:00:00Z'));
  expect(await figures(consultation)).toEqual({ posts: 3, asOf: first.toISOString() });
  await api.graphql(`mutation { deletePost(id: "${parentId}") { __typename } }`, {}, by);
  await count();
  expect(await figures(consultation)).toMatchObject({ posts: 2 });
});

test('of a consultation without a debate there is no figure; of a reported one, that of its report', async () => {
  const { consultationId } = await aTheme(api);
  await count();
  expect(
    await api.database.query('SELECT FROM participation WHERE consultation_id = $1', [consultationId]),
  ).toEqual([]);
  const reported = await aTheme(api);
  await aTopic(api, reported.themeId);
  await api.database.query(`UPDATE consultation SET closes_at = now(), reported_at = now() WHERE id = $1`, [
    reported.consultationId,
  ]);
  await api.database.query('INSERT INTO participation (consultation_id, posts) VALUES ($1, 2000)', [
    reported.consultationId,
  ]);
  await count();
  expect(await figures(reported.consultation)).toMatchObject({ posts: 2_000 });
});
