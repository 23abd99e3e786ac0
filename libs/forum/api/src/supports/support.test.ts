import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let me: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
  me = await aPerson(api);
});
afterAll(() => api.close());

type Counted = { post?: { supports: number; isSupported: boolean }; code?: string };
const change = async (
  verb: 'giveSupport' | 'withdrawSupport',
  postId: string,
  { headers }: Pick<Person, 'headers'> = me,
) => {
  const { data, errors } = await api.graphql<Record<string, Counted>>(
    `mutation ($postId: ID!) { ${verb}(postId: $postId) {
       ... on SupportCounted { post { supports isSupported } } ... on SupportRefused { code } } }`,
    { postId },
    { headers },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[verb];
};

describe('supporting a message', () => {
  test('once, however often it is given; withdrawn, it is given no more', async () => {
    const id = await aReply(api, await aTopic(api, themeId));
    expect(await change('giveSupport', id)).toEqual({ post: { supports: 1, isSupported: true } });
    expect(await change('giveSupport', id)).toEqual({ post: { supports: 1, isSupported: true } });
    expect(await change('giveSupport', id, await aPerson(api))).toEqual({
      post: { supports: 2, isSupported: true },
    });
    expect(await change('withdrawSupport', id)).toEqual({ post: { supports: 1, isSupported: false } });
    expect(await change('withdrawSupport', id)).toEqual({ post: { supports: 1, isSupported: false } });
  });

  test('two hundred times at once: exactly one; and a soak of giving and withdrawing ends in what is there', async () => {
    const topicId = await aTopic(api, themeId);
    await Promise.all(Array.from({ length: 200 }, () => change('giveSupport', topicId)));
    const counts = async () =>
      (
        await api.database.query<object[]>(
          `SELECT t.supports AS topic, p.supports AS post, (SELECT count(*)::int FROM post_support WHERE post_id = p.id) AS rows
           FROM topic t JOIN post p ON p.id = t.id WHERE t.id = $1`,
          [topicId],
        )
      )[0];
    expect(await counts()).toEqual({ topic: 1, post: 1, rows: 1 });
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(api)));
    await Promise.all(
      people.flatMap((by, at) =>
        Array.from({ length: 6 }, (_, turn) =>
          change((at + turn) % 3 === 0 ? 'withdrawSupport' : 'giveSupport', topicId, by),
        ),
      ),
    );
    const after = (await counts()) as { topic: number; post: number; rows: number };
    expect([after.topic, after.post]).toEqual([after.rows, after.rows]);
  });

  test('refused: one’s own, absent, hidden, locked, closed, suspended', async () => {
    const mine = await aTopic(api, themeId, me);
    expect(await change('giveSupport', mine)).toEqual({ code: 'OWN_POST' });
    expect(await change('giveSupport', 'x')).toEqual({ code: 'UNKNOWN_POST' });
    const topicId = await aTopic(api, themeId);
    const id = await aReply(api, topicId);
    await api.database.query(`UPDATE post SET status = 'HIDDEN' WHERE id = $1`, [id]);
    expect(await change('giveSupport', id)).toEqual({ code: 'UNKNOWN_POST' });
    await api.database.query('UPDATE topic SET locked_at = now() WHERE id = $1', [topicId]);
    expect(await change('giveSupport', topicId)).toEqual({ code: 'LOCKED' });
    const closing = await aTheme(api);
    const late = await aTopic(api, closing.themeId);
    await api.database.query('UPDATE consultation SET closes_at = now() WHERE id = $1', [
      closing.consultationId,
    ]);
    expect(await change('giveSupport', late)).toEqual({ code: 'CLOSED' });
    const suspended = await aPerson(api);
    await api.database.query('UPDATE account SET suspended_at = now() WHERE id = $1', [suspended.id]);
    const another = await aTopic(api, themeId);
    expect(await change('giveSupport', another, suspended)).toEqual({ code: 'SUSPENDED' });
  });
});
