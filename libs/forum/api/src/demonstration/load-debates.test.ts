import { afterAll, beforeAll, expect, test } from '@jest/globals';
import debates from '@preau/data/demo/debates-2015.json' with { type: 'json' };
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { recountForum } from '../recount/recount-forum';
import { aTheme, carryOut } from '../test-data';
import type { DemoDebates } from './demo-debates';
import { loadDebates } from './load-debates';

let api: TestApi;
let given: DemoDebates;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  const { consultation } = await aTheme(api, { opens: '-20 days' });
  await api.database.query(
    `INSERT INTO account (email, display_name, is_pseudonym, age_band) VALUES ('ministere@preau.test', 'Ministère', false, 'adult')`,
  );
  const { topics, ...rest } = debates as DemoDebates;
  given = { ...rest, consultation, topics: topics.map((topic) => ({ ...topic, theme: 'theme' })) };
});
afterAll(() => api.close());

test('the debates of the demonstration are loaded once, with counts that a recount finds right, and can be read', async () => {
  expect(await loadDebates(api.database, given)).toBe(given.topics.length);
  expect(await loadDebates(api.database, given)).toBe(0);
  const { differences } = await recountForum(api.database, { check: true });
  expect(differences).toEqual([]);
  const { data } = await api.graphql<{
    topics: {
      edges: { node: { title: string; postCount: number; isPinned: boolean; conclusion: string | null } }[];
    };
    officialPosts: { edges: { node: { official: { name: string } } }[] };
  }>(
    `query ($c: String!) {
      topics(consultation: $c, first: 20) { edges { node { title postCount isPinned conclusion } } }
      officialPosts(consultation: $c) { edges { node { official { name } } } } }`,
    { c: given.consultation },
  );
  const topics = data!.topics.edges.map(({ node }) => node);
  expect(topics.map(({ title }) => title).toSorted()).toEqual(
    given.topics.map(({ title }) => title).toSorted(),
  );
  expect(topics.every(({ postCount }) => postCount >= 2)).toBe(true);
  expect(topics.filter(({ conclusion }) => conclusion)).toHaveLength(1);
  expect(data!.officialPosts.edges).toHaveLength(2);
  await carryOut(api);
  const [found] = await api.database.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM search_document',
  );
  expect(found?.count).toBeGreaterThan(30);
});
