import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, words, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let topicId: string;
let me: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
  me = await aPerson(api, ['staff']);
  topicId = await aTopic(api, themeId);
});
afterAll(() => api.close());

type Changed = { post?: { body: string; revisionCount: number }; code?: string };
async function edit(input: object, { headers }: Pick<Person, 'headers'> = me): Promise<Changed> {
  const { data, errors } = await api.graphql<{ editPost: Changed }>(
    `mutation ($input: EditPostInput!) { editPost(input: $input) {
       ... on PostChanged { post { body revisionCount } } ... on PostChangeRefused { code } } }`,
    { input },
    { headers },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.editPost;
}

const ZALGO = `Z${'\u0336\u0321\u0353\u0348'.repeat(9)}algo partout`;
const REFUSED: [what: string, body: string, code: string][] = [
  ['no words', ' \n ', 'EMPTY'],
  ['nothing to see', '\u3164\u2060\u200b\u00ad\u{e0041}', 'EMPTY'],
  ['one sign', '.', 'TOO_SHORT'],
  ['stacked marks', ZALGO, 'UNREADABLE'],
  ['20,001 characters', 'é'.repeat(20_001), 'TOO_LONG'],
];
const KEPT: [what: string, body: string, kept: string][] = [
  ['bidi overrides', 'lire \u202eà l’envers\u202c et \u2066isolé\u2069 !', 'lire à l’envers et isolé !'],
  ['unseen spaces inside words', 'nu\u200bmé\u2060ri\ufeffque', 'numérique'],
  ['control characters', 'un\u0001 deux\u0007 trois\u009b', 'un deux trois'],
  ['a letter taken apart', 'e\u0301ducation', 'éducation'],
  ['a family in one sign', 'la famille 👨\u200d👩\u200d👧', 'la famille 👨\u200d👩\u200d👧'],
];

describe.each(['a reply', 'an edit'])('%s', (what) => {
  const write = async (body: string): Promise<{ post?: { body: string }; code?: string }> =>
    what === 'a reply'
      ? reply(api, me, { topicId, body })
      : edit({ id: await aReply(api, topicId, { by: me }), revision: 0, body });

  test.each(REFUSED)('refused: %s', async (_, body, code) => {
    expect(await write(body)).toEqual(what === 'a reply' ? { code, retryAt: null } : { code });
  });

  test.each(KEPT)('made clean: %s', async (_, body, kept) => {
    const tag = randomUUID();
    expect((await write(`${tag} ${body}`)).post?.body).toBe(`${tag} ${kept}`);
  });

  test.each([
    ['NUL', 'un\u0000deux'],
    ['half an emoji', 'oui \ud83d bien'],
  ])('that cannot be kept is no message: %s', async (_, body) => {
    await expect(write(body)).rejects.toThrow('contient un caractère interdit');
  });

  test('of 20,000 characters is kept whole, and shown', async () => {
    const { post } = await write(`${randomUUID()} ${'é '.repeat(9_980)}fin`);
    expect(post?.body).toHaveLength(20_000);
  });
});

test('a message quoted fifty deep is taken, and read by everybody', async () => {
  const body = `${'> '.repeat(50)}tout au fond ${randomUUID()}`;
  const { post } = await reply(api, me, { topicId, body });
  const { data } = await api.graphql<{ post: { bodyHtml: string; excerpt: string } }>(
    `{ post(id: "${post!.id}") { bodyHtml } }`,
  );
  expect(data?.post.bodyHtml).toContain('tout au fond');
});

describe('a reply', () => {
  test('to ids that are none is refused as such', async () => {
    await expect(reply(api, me, { topicId: 'x' })).rejects.toThrow('« topicId » doit être un UUID');
    await expect(reply(api, me, { topicId, parentId: '../x' })).rejects.toThrow('doit être un UUID');
  });

  test('to a message of another consultation, whatever its phase, is to nothing that is there', async () => {
    const other = await aTheme(api);
    const parentId = await aReply(api, await aTopic(api, other.themeId));
    expect((await reply(api, me, { topicId, parentId })).code).toBe('UNKNOWN_POST');
    await api.database.query('UPDATE consultation SET closes_at = now() WHERE id = $1', [
      other.consultationId,
    ]);
    expect((await reply(api, await aPerson(api), { topicId, parentId })).code).toBe('UNKNOWN_POST');
  });

  test('while its topic is deleted comes before, or not at all', async () => {
    const author = await aPerson(api);
    const gone = await aTopic(api, themeId, author);
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(api)));
    const remove = () => api.graphql(`mutation { deletePost(id: "${gone}") { __typename } }`, {}, author);
    const [, ...answers] = await Promise.all([
      remove(),
      ...people.map((by) => reply(api, by, { topicId: gone })),
    ]);
    expect(answers.filter(({ post, code }) => !post && code !== 'UNKNOWN_TOPIC')).toEqual([]);
    const [row] = await api.database.query<{ count: number }[]>(
      'SELECT post_count AS count FROM topic WHERE id = $1',
      [gone],
    );
    expect(row?.count).toBe(answers.filter(({ post }) => post).length);
  });
});

describe('two hundred times at once, exactly one', () => {
  const counted = async (sql: string, id: string) =>
    (await api.database.query<{ count: number }[]>(`SELECT count(*)::int AS count ${sql}`, [id]))[0]?.count;

  test('topic', async () => {
    const by = await aPerson(api);
    const input = { id: randomUUID(), themeId, body: words() };
    const all = await Promise.all(Array.from({ length: 200 }, () => createTopic(api, by, input)));
    expect(all.filter(({ topic }) => topic?.id === input.id)).toHaveLength(200);
    expect(await counted('FROM post WHERE author_id = $1', by.id)).toBe(1);
  });

  test('edit of the same revision', async () => {
    const id = await aReply(api, topicId, { by: me });
    const all = await Promise.all(
      Array.from({ length: 200 }, () => edit({ id, revision: 0, body: words() })),
    );
    expect(all.filter(({ post }) => post)).toHaveLength(1);
    expect(all.filter(({ code }) => code === 'STALE_REVISION')).toHaveLength(199);
    expect(await counted('FROM post_revision WHERE post_id = $1', id)).toBe(1);
  });

  test('deletion', async () => {
    const author = await aPerson(api);
    const id = await aReply(api, topicId, { by: author });
    const all = await Promise.all(
      Array.from({ length: 200 }, () =>
        api.graphql<{ deletePost: { __typename: string } }>(
          `mutation { deletePost(id: "${id}") { __typename } }`,
          {},
          author,
        ),
      ),
    );
    const done = all.filter(({ data }) => data?.deletePost.__typename === 'PostChanged');
    expect(done).toHaveLength(1);
    expect(await counted('FROM contributor WHERE account_id = $1 AND published = 0', author.id)).toBe(1);
  });
});
