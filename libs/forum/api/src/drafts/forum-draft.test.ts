import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DRAFT_LENGTH, FORUM_DRAFT_DAYS, FORUM_DRAFTS_MAX } from '@preau/forum-domain';
import { IdentityApiModule } from '@preau/identity-api';
import { anImage, startTestApi, statementsDuring, type TestApi, type GraphQLAnswer } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, words, type Person } from '../test-data';
import { ForumDrafts } from './forum-drafts.service';

let api: TestApi;
let me: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
});
afterAll(() => api.close());
beforeEach(async () => {
  me = await aPerson(api);
});

const DRAFT = 'key themeId topicId parentId postId title body stance revision';
interface Saved {
  revision?: number;
  code?: string;
  kept?: { body: string; revision: number } | null;
}
async function save(input: object, by = me): Promise<Saved> {
  const { data, errors } = await api.graphql<{ saveForumDraft: Saved }>(
    `mutation ($input: SaveForumDraftInput!) { saveForumDraft(input: $input) {
       ... on ForumDraftSaved { revision } ... on ForumDraftRefused { code kept { body revision } } } }`,
    { input: { body: 'Des mots', ...input } },
    by,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveForumDraft;
}
const read = async (key: string, by = me) =>
  (
    await api.graphql<{ forumDraft: object | null }>(
      `query ($key: String!) { forumDraft(key: $key) { ${DRAFT} } }`,
      { key },
      by,
    )
  ).data?.forumDraft;
const aKey = () => `topic:${randomUUID()}`;

test('is kept under its key, for its author alone, as it was typed', async () => {
  const [topicId, parentId] = [randomUUID(), randomUUID()];
  const key = `reply:${topicId}:${parentId}`;
  const body = '  pas fini… \n';
  expect(
    await save({
      key: key.toUpperCase().replace('REPLY', 'reply'),
      body: body,
      stance: 'NUANCE',
    }),
  ).toMatchObject({ revision: 1 });
  expect(await read(key)).toEqual({
    key,
    themeId: null,
    topicId,
    parentId,
    postId: null,
    title: null,
    body: body,
    stance: 'NUANCE',
    revision: 1,
  });
  expect(await read(key, await aPerson(api))).toBeNull();
});

describe('the images of a draft', () => {
  const images = 'images { id alt width height }';
  const withImages = async (key: string, by = me) =>
    (
      await api.graphql<{ forumDraft: { images: object[] } | null }>(
        `query ($key: String!) { forumDraft(key: $key) { ${images} } }`,
        { key },
        by,
      )
    ).data?.forumDraft?.images;

  test('are kept with what is written of them so far; one’s own alone', async () => {
    const key = aKey();
    const [mine, again] = [await anImage(api, me.headers), await anImage(api, me.headers)];
    const theirs = await anImage(api, (await aPerson(api)).headers);
    const given = [
      { id: again.toUpperCase(), alt: '' },
      { id: theirs, alt: 'À quelqu’un' },
      { id: randomUUID(), alt: 'À personne' },
      { id: mine, alt: 'Une salle' },
    ];
    expect(await save({ key, images: given })).toMatchObject({ revision: 1 });
    const size = { width: 40, height: 30 };
    const kept = [
      { id: again, alt: '', ...size },
      { id: mine, alt: 'Une salle', ...size },
    ];
    expect(await withImages(key)).toEqual(kept);
    // Twice the same is no conflict; other images are another version.
    expect(await save({ key, images: given })).toMatchObject({ revision: 1 });
    expect(await save({ key, images: [] })).toMatchObject({ code: 'STALE_REVISION' });
    expect(await save({ key, images: [given[3]], revision: 1 })).toMatchObject({ revision: 2 });
    expect(await withImages(key)).toEqual([kept[1]]);
    expect(await save({ key, revision: 2 })).toMatchObject({ revision: 3 });
    expect(await withImages(key)).toEqual([]);
  });

  test('are four at most, each an id, described within limits', async () => {
    const some = (count: number, alt = '') =>
      Array.from({ length: count }, () => ({ id: randomUUID(), alt }));
    expect(await save({ key: aKey(), images: some(5) })).toMatchObject({ code: 'TOO_LARGE' });
    expect(await save({ key: aKey(), images: some(1, 'x'.repeat(DRAFT_LENGTH.alt + 1)) })).toMatchObject({
      code: 'TOO_LARGE',
    });
    await expect(save({ key: aKey(), images: [{ id: '../x', alt: '' }] })).rejects.toThrow('BAD_INPUT');
  });
});

test('a proposition has a draft of its own, taken up where propositions are made', async () => {
  const { themeId, consultation } = await aTheme(api);
  const topicId = await aTopic(api, themeId);
  const key = `proposition:${topicId}`;
  await save({ key, body: 'Une idée' });
  await save({ key: `reply:${topicId}:${topicId}`, body: 'Une réponse' });
  const { data } = await api.graphql(
    `query ($key: String!) { forumDraft(key: $key) { topicId parentId postId themeId body subject path } }`,
    { key },
    me,
  );
  expect(data).toEqual({
    forumDraft: {
      topicId,
      parentId: null,
      postId: null,
      themeId: null,
      body: 'Une idée',
      subject: expect.any(String),
      path: `/concertations/${consultation}/debats/${topicId}?brouillon=proposition`,
    },
  });
  await reply(api, me, { topicId, isProposition: true, draftKey: key });
  expect(await read(key)).toBeNull();
});

describe('saving', () => {
  test('goes over the revision the words were made from, never over another', async () => {
    const key = aKey();
    await save({ key });
    expect(await save({ key, body: 'Ici', revision: 1 })).toMatchObject({ revision: 2 });
    expect(await save({ key, body: 'Là', revision: 1 })).toEqual({
      code: 'STALE_REVISION',
      kept: { body: 'Ici', revision: 2 },
    });
    expect(await save({ key, body: 'Neuf' })).toMatchObject({ code: 'STALE_REVISION' });
  });

  test('twice the same is no conflict; of twenty at once from one revision, one is kept', async () => {
    const key = aKey();
    for (let times = 0; times < 2; times += 1) expect(await save({ key })).toMatchObject({ revision: 1 });
    for (let times = 0; times < 2; times += 1)
      expect(await save({ key, body: 'Encore', revision: 1 })).toMatchObject({ revision: 2 });
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) => save({ key, body: `Onglet ${at}`, revision: 2 })),
    );
    expect(all.filter(({ revision }) => revision === 3)).toHaveLength(1);
  });

  test('what is gone is not brought back by a page that did not know', async () => {
    const key = aKey();
    await save({ key });
    const drop = () =>
      api.graphql<{ deleteForumDraft: boolean }>(`mutation { deleteForumDraft(key: "${key}") }`, {}, me);
    for (let times = 0; times < 2; times += 1) expect((await drop()).data?.deleteForumDraft).toBe(true);
    expect(await save({ key, revision: 1 })).toEqual({ code: 'GONE', kept: null });
    expect(await read(key)).toBeNull();
  });

  test.each(['', 'x', 'topic:x', `topic:${randomUUID()}:x`, `edit:${randomUUID()} `])(
    'a key that names nothing is refused: %j',
    async (key) => {
      await expect(save({ key })).rejects.toThrow('BAD_INPUT');
    },
  );

  test('has limits: in length, and in number', async () => {
    expect(await save({ key: aKey(), body: 'x'.repeat(DRAFT_LENGTH.body + 1) })).toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(await save({ key: aKey(), title: 'x'.repeat(DRAFT_LENGTH.title + 1) })).toMatchObject({
      code: 'TOO_LARGE',
    });
    await api.database.query(
      `INSERT INTO forum_draft (account_id, key, body) SELECT $1, 'topic:' || gen_random_uuid(), 'x' FROM generate_series(1, $2)`,
      [me.id, FORUM_DRAFTS_MAX],
    );
    expect(await save({ key: aKey() })).toEqual({ code: 'TOO_MANY', kept: null });
    expect(await save({ key: aKey() }, await aPerson(api))).toMatchObject({ revision: 1 });
  });
});

test('drafts are listed, the latest saved first, page by page', async () => {
  const keys = [aKey(), `edit:${randomUUID()}`, aKey()];
  for (const key of keys) await save({ key });
  await save({ key: keys[0]!, body: 'Encore', revision: 1 });
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const answer: GraphQLAnswer<{
      forumDrafts: {
        totalCount: number;
        edges: { node: { key: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }> = await api.graphql(
      'query ($after: ID) { forumDrafts(first: 2, after: $after) { totalCount edges { node { key } } pageInfo { hasNextPage endCursor } } }',
      { after },
      me,
    );
    const { totalCount, edges, pageInfo } = answer.data!.forumDrafts;
    expect(totalCount).toBe(3);
    walked.push(...edges.map(({ node }) => node.key));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(walked).toEqual([keys[0], keys[2], keys[1]]);
  const wrong = await api.graphql('{ forumDrafts(after: "x") { edges { cursor } } }', {}, me);
  expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_INPUT');
});

describe('a draft goes with the message it became', () => {
  test('a topic, a reply, an edit: one’s own alone, without a statement more', async () => {
    const { themeId } = await aTheme(api);
    const other = await aPerson(api);
    const topicKey = `topic:${themeId}`;
    await save({ key: topicKey });
    await save({ key: topicKey }, other);
    const created = await createTopic(api, me, { themeId, draftKey: topicKey });
    const topicId = created.topic!.id;
    expect([await read(topicKey), await read(topicKey, other)]).toEqual([null, expect.anything()]);

    const replyKey = `reply:${topicId}:${topicId}`;
    await reply(api, me, { topicId });
    const without = await statementsDuring(api.database, () => reply(api, me, { topicId }));
    await save({ key: replyKey });
    const posted: string[] = [];
    const withDraft = await statementsDuring(api.database, async () => {
      posted.push((await reply(api, me, { topicId, draftKey: replyKey })).post!.id);
    });
    expect(await read(replyKey)).toBeNull();
    expect(withDraft).toHaveLength(without.length);

    const editKey = `edit:${posted[0]!}`;
    await save({ key: editKey });
    const edit = (body: string) =>
      api.graphql(
        'mutation ($input: EditPostInput!) { editPost(input: $input) { __typename ... on PostChangeRefused { code } } }',
        { input: { id: posted[0], revision: 0, body, draftKey: editKey } },
        me,
      );
    await edit('');
    expect(await read(editKey)).not.toBeNull();
    await edit(words());
    expect(await read(editKey)).toBeNull();
  });

  test('and stays when the message is refused', async () => {
    const topicId = await aTopic(api, (await aTheme(api)).themeId);
    const key = `reply:${topicId}:${topicId}`;
    await save({ key });
    const refused = await reply(api, me, { topicId, parentId: randomUUID(), draftKey: key });
    expect(refused.code).toBe('UNKNOWN_POST');
    expect(await read(key)).not.toBeNull();
    await aReply(api, topicId, { by: me });
    expect(await read(key)).not.toBeNull();
  });
});

test('goes thirty days after it was last saved, not before', async () => {
  const [old, recent] = [aKey(), aKey()];
  for (const [key, days] of [
    [old, FORUM_DRAFT_DAYS + 1],
    [recent, FORUM_DRAFT_DAYS - 1],
  ] as const) {
    await save({ key });
    await api.database.query(
      'UPDATE forum_draft SET saved_at = now() - make_interval(days => $2) WHERE key = $1',
      [key, days],
    );
  }
  expect(await api.get(ForumDrafts).forgetOld(new Date())).toEqual({ deleted: 1 });
  expect([await read(old), await read(recent)]).toEqual([null, expect.anything()]);
});

describe('what it is for', () => {
  const placesOf = async (by = me) =>
    (
      await api.graphql<{
        forumDrafts: { edges: { node: { subject: string | null; path: string | null } }[] };
      }>('{ forumDrafts { edges { node { subject path } } } }', {}, by)
    ).data?.forumDrafts.edges.map(({ node }) => node);

  test('is said with the page where it is taken up again, of all of a list in one statement', async () => {
    const { consultation, themeId } = await aTheme(api);
    const topicId = await aTopic(api, themeId);
    const answered = await aReply(api, topicId);
    const mine = await aReply(api, topicId, { by: me });
    const debates = `/concertations/${consultation}/debats`;
    const title = 'Le réseau de nos écoles';
    await save({ key: `edit:${mine}` });
    const one = await statementsDuring(api.database, placesOf);
    await save({ key: `reply:${topicId}:${answered}` });
    await save({ key: `reply:${topicId}:${topicId}` });
    await save({ key: `topic:${themeId}` });
    expect(await placesOf()).toEqual([
      { subject: 'Thème', path: `${debates}/nouveau?theme=theme` },
      { subject: title, path: `${debates}/${topicId}?brouillon=reponse` },
      { subject: title, path: `${debates}/${topicId}/messages/${answered}?brouillon=reponse` },
      { subject: title, path: `${debates}/${topicId}/messages/${mine}?brouillon=modification` },
    ]);
    expect(await statementsDuring(api.database, placesOf)).toHaveLength(one.length);
  });

  test('is not said of what one can no longer read, nor of what is not there', async () => {
    const { themeId } = await aTheme(api);
    const [topicId, hidden] = [await aTopic(api, themeId), await aTopic(api, themeId)];
    const held = await aReply(api, topicId);
    const deleted = await aReply(api, topicId, { by: me });
    await api.database.query(`UPDATE topic SET status = 'HIDDEN' WHERE id = $1`, [hidden]);
    await api.database.query(`UPDATE post SET status = 'HELD' WHERE id = $1`, [held]);
    await api.database.query(`UPDATE post SET status = 'DELETED' WHERE id = $1`, [deleted]);
    await save({ key: `reply:${hidden}:${hidden}` });
    await save({ key: `reply:${topicId}:${held}` });
    await save({ key: `edit:${deleted}` });
    await save({ key: aKey() });
    expect(await placesOf()).toEqual([1, 2, 3, 4].map(() => ({ subject: null, path: null })));
  });
});
