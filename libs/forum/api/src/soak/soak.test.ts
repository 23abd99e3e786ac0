import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type GraphQLAnswer, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { recountForum } from '../recount/recount-forum';
import { aPerson, aTheme, carryOut, type Person } from '../test-data';
import { planned, type Kind } from './plan';
import { Soak } from './soak';

const OPERATIONS = 1_500;
const AT_ONCE = 24;
/** What somebody is told who comes second, too often, or to what is no longer there. */
const EXPECTED = /(NOT_SO|NOTHING|SPARED|UNKNOWN_TOPIC|UNKNOWN_POST|OWN_POST|STALE_REVISION|TOO_MANY)$/;

let api: TestApi;
let soak: Soak;
let staff: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  const { themeId } = await aTheme(api);
  staff = await aPerson(api, ['staff']);
  const people = await Promise.all(
    Array.from({ length: 16 }, (_, at) => aPerson(api, at < 8 ? ['staff'] : ['teacher'])),
  );
  // Two whose words wait to be read.
  const minors = people.slice(-2).map(({ id }) => id);
  await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = ANY($1)`, [
    minors,
  ]);
  soak = new Soak(api, themeId, people);
  await soak.run(planned(2015, { operations: OPERATIONS, people: people.length }), AT_ONCE);
  await carryOut(api);
}, 300_000);
afterAll(() => api.close());

const rows = (sql: string, parameters: unknown[] = []) => api.database.query<object[]>(sql, parameters);

describe('after fifteen hundred operations, twenty-four at once', () => {
  test('each sort of them was done often, and every refusal is one that was to be expected', () => {
    const done = (kind: Kind) => soak.outcomes.get(kind) ?? 0;
    // Well below what was tried: who comes second is refused, and that differs from run to run.
    const least: Record<Kind, number> = {
      reply: 100,
      support: 20,
      withdraw: 10,
      edit: 20,
      delete: 10,
      hide: 10,
      restore: 5,
      release: 5,
      follow: 10,
      unfollow: 5,
      markRead: 10,
      read: 20,
      begin: 10,
      tell: 10,
    };
    const seldom = Object.entries(least).filter(([kind, times]) => done(kind as Kind) < times);
    expect([seldom, Object.fromEntries(soak.outcomes)]).toEqual([[], expect.anything()]);
    const refusals = [...soak.outcomes.keys()].filter((outcome) => outcome.includes(' '));
    expect(refusals.filter((refusal) => !EXPECTED.test(refusal))).toEqual([]);
  });

  test('every counter is what there is, as it was at every recount meanwhile', async () => {
    expect(soak.differences).toEqual([]);
    const { topics, contributors, differences } = await recountForum(api.database, { check: true });
    expect(differences).toEqual([]);
    expect([topics, contributors]).toEqual([soak.topics.length, 16]);
  });

  test('every message stands under what it answers, one deeper and later, in the branch of it', async () => {
    expect(
      await rows(
        `SELECT p.id FROM post p LEFT JOIN post up ON up.id = p.parent_id
         WHERE CASE WHEN p.depth = 0 THEN p.id <> p.topic_id OR p.parent_id IS NOT NULL OR p.branch_id IS NOT NULL
           ELSE up.id IS NULL OR up.topic_id <> p.topic_id OR p.depth <> up.depth + 1 OR p.created_at <= up.created_at
             OR p.branch_id IS DISTINCT FROM CASE up.depth WHEN 0 THEN NULL ELSE coalesce(up.branch_id, up.id) END END`,
      ),
    ).toEqual([]);
    const [{ depth, count }] = (await rows(
      'SELECT max(depth) AS depth, count(*)::int AS count FROM post',
    )) as [{ depth: number; count: number }];
    expect(depth).toBeGreaterThan(6);
    expect(count).toBe(soak.posts.length);
  });

  test('read page by page, each topic is whole: nothing twice, nothing before what it answers', async () => {
    let all = 0;
    for (const topicId of soak.topics) {
      const shown = await walk(topicId);
      const ids = shown.map(({ id }) => id);
      all += ids.length;
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, parentId } of shown)
        expect(parentId === null || ids.indexOf(parentId) < ids.indexOf(id)).toBe(true);
      const published = await rows(
        `SELECT p.id FROM post p JOIN topic t ON t.id = p.topic_id
         WHERE t.id = $1 AND p.depth > 0 AND p.status = 'PUBLISHED' AND t.status = 'PUBLISHED'`,
        [topicId],
      );
      expect(ids).toEqual(expect.arrayContaining(published.map((row) => (row as { id: string }).id)));
    }
    expect(all).toBeGreaterThan(150);
  });

  test('people are told once of a message, never of their own, and of each answer to theirs', async () => {
    expect(
      await rows(
        'SELECT account_id, object FROM notification GROUP BY account_id, object HAVING count(*) > 1',
      ),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT n.id FROM notification n JOIN post p ON n.object = 'post:' || p.id WHERE n.account_id = p.author_id`,
      ),
    ).toEqual([]);
    const answers = await api.database.query<
      { id: string; toTold: string; topicId: string; isTold: boolean }[]
    >(
      `SELECT p.id, up.author_id AS "toTold", p.topic_id AS "topicId", EXISTS (SELECT FROM notification n
         WHERE n.account_id = up.author_id AND n.object = 'post:' || p.id AND n.event = 'FORUM_REPLY') AS "isTold"
       FROM post p JOIN post up ON up.id = p.parent_id
       WHERE p.status = 'PUBLISHED' AND up.author_id <> p.author_id`,
    );
    const sure = answers.filter(
      ({ id, toTold, topicId }) =>
        !soak.touched.has(id) && !soak.touched.has(topicId) && !soak.unfollowed.has(`${toTold} ${topicId}`),
    );
    expect(sure.length).toBeGreaterThan(50);
    expect(sure.filter(({ isTold }) => !isTold)).toEqual([]);
    expect(await rows('SELECT post_id FROM fresh_post')).toEqual([]);
  });

  test.each(['TOPIC', 'POST'])('what is found is what there is: %s', async (kind) => {
    const begin = `mutation ($kind: SearchKind!) { beginSearchRound(kind: $kind, isCheck: true) { __typename } }`;
    await api.graphql(begin, { kind }, staff);
    await carryOut(api, 'search.round');
    const { data } = await api.graphql(
      '{ searchRounds(first: 1) { edges { node { kind missing changed extra total done } } } }',
      {},
      staff,
    );
    const [counted] = await rows(
      `SELECT count(*)::int AS count FROM post p JOIN topic t ON t.id = p.topic_id
       WHERE p.status = 'PUBLISHED' AND t.status = 'PUBLISHED' AND (p.depth = 0) = $1`,
      [kind === 'TOPIC'],
    );
    const { count } = counted as { count: number };
    const node = { kind, missing: 0, changed: 0, extra: 0, total: count, done: count };
    expect(data).toEqual({ searchRounds: { edges: [{ node }] } });
  });
});

interface Shown {
  readonly id: string;
  readonly parentId: string | null;
}
interface Page {
  readonly edges: readonly { readonly node: Shown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All of a topic as a visitor reads it, seven at a time: each reply to the topic, then its branch. */
async function walk(topicId: string): Promise<Shown[]> {
  const shown: Shown[] = [];
  for await (const root of pages('topic', 'posts', topicId)) {
    shown.push({ ...root, parentId: null });
    for await (const under of pages('post', 'branch', root.id)) shown.push(under);
  }
  return shown;
}

async function* pages(of: string, list: string, id: string): AsyncGenerator<Shown> {
  const document = `query ($id: ID!, $after: ID) { found: ${of}(id: $id) { list: ${list}(first: 7, after: $after) {
    edges { node { id parentId } } pageInfo { hasNextPage endCursor } } } }`;
  for (let after: string | null = null; ;) {
    const answer: GraphQLAnswer<{ found: { list: Page } | null }> = await api.graphql(document, {
      id,
      after,
    });
    const page = answer.data?.found?.list;
    if (!page) return;
    for (const { node } of page.edges) yield node;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}
