import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EndAccounts, IdentityApiModule, PersonalDataSources, type DataRow } from '@preau/identity-api';
import { ImageCollection, transaction } from '@preau/shared-api';
import { anImage, listen, startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { ModeratedPosts } from '../moderated/moderated-posts';
import { recountForum } from '../recount/recount-forum';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, words, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let topicId: string;
let me: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
});
afterAll(() => api.close());
beforeEach(async () => {
  topicId = await aTopic(api, themeId);
  me = await aPerson(api);
});

const alt = 'Une salle et ses quinze prises';
const image = async (by = me) => ({ id: await anImage(api, by.headers), alt });
const status = async (id: string, by: { headers?: Record<string, string> } = {}) => {
  const { status: code, headers } = await fetch(`${api.url}/files/images/${id}/40.webp`, {
    headers: by.headers ?? {},
  });
  return code === 200 ? headers.get('cache-control')?.split(',')[0] : code;
};
interface Shown {
  id: string;
  alt: string;
  width: number;
  height: number;
  isHeld: boolean;
}
const imagesOf = async (id: string, by: { headers?: Record<string, string> } = {}) => {
  const { data } = await api.graphql<{ post: { images: Shown[] } | null }>(
    `{ post(id: "${id}") { images { id alt width height isHeld } } }`,
    {},
    { headers: by.headers ?? {} },
  );
  return data?.post?.images ?? null;
};
const moderate = (id: string, event: 'release' | 'hide' | 'restore') =>
  transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, event));
const edit = async (by: Person, input: object) => {
  const { data, errors } = await api.graphql<{
    editPost: { code?: string; post?: { status: string; revisionCount: number; images: Shown[] } };
  }>(
    `mutation ($input: EditPostInput!) { editPost(input: $input) {
      ... on PostChanged { post { status revisionCount images { id alt isHeld } } } ... on PostChangeRefused { code } } }`,
    { input },
    { headers: by.headers },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.editPost;
};
const isFree = async (id: string) => {
  const [row] = await api.database.query<{ free: boolean }[]>(
    'SELECT holder IS NULL AND expires_at > now() AS free FROM image WHERE id = $1',
    [id],
  );
  return row?.free;
};

describe('a message with images', () => {
  test('waits to be read through, is seen meanwhile by its author and moderators, then by everybody', async () => {
    const [one, two] = [await image(), { ...(await image()), alt: '  Le\u202e même,\nvu de face ' }];
    const { post } = await reply(api, me, { topicId, images: [one, two] });
    expect(post?.status).toBe('HELD');
    const size = { width: 40, height: 30, isHeld: false };
    const shown = [
      { ...one, ...size },
      { id: two.id, alt: 'Le même, vu de face', ...size },
    ];
    expect(await imagesOf(post!.id, me)).toEqual(shown);
    expect(await imagesOf(post!.id)).toBeNull();
    const [other, moderator] = [await aPerson(api), await aPerson(api, ['staff'])];
    expect(await status(one.id, me)).toBe('no-store');
    expect(await status(one.id, moderator)).toBe('no-store');
    expect([await status(one.id), await status(one.id, other), await status(randomUUID())]).toEqual([
      404, 404, 404,
    ]);

    await moderate(post!.id, 'release');
    expect(await imagesOf(post!.id)).toEqual(shown);
    expect([await status(one.id), await status(two.id, other)]).toEqual(['public', 'public']);

    await moderate(post!.id, 'hide');
    expect(await imagesOf(post!.id)).toEqual([]);
    expect([await status(one.id), await status(one.id, other)]).toEqual([404, 404]);
    expect([await status(one.id, me), await status(one.id, moderator)]).toEqual(['no-store', 'no-store']);
    await moderate(post!.id, 'restore');
    expect(await imagesOf(post!.id)).toEqual(shown);
  });

  test('may open a topic', async () => {
    const one = await image();
    const { topic } = await createTopic(api, me, { themeId, images: [one] });
    expect(topic?.status).toBe('HELD');
    await moderate(topic!.id, 'release');
    const { data } = await api.graphql(`{ topic(id: "${topic!.id}") { images { id alt } } }`);
    expect(data).toEqual({ topic: { images: [one] } });
    expect(await status(one.id)).toBe('public');
  });

  test('sent again is one message with its images', async () => {
    const input = { id: randomUUID(), topicId, body: words(), images: [await image()] };
    const all = await Promise.all(Array.from({ length: 10 }, () => reply(api, me, input)));
    expect(new Set(all.map(({ post }) => post?.id))).toEqual(new Set([input.id]));
    expect(await imagesOf(input.id, me)).toHaveLength(1);
  });

  test('in two messages sent at once is in one of them', async () => {
    const one = await image();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => reply(api, me, { topicId, images: [one] })),
    );
    expect(all.filter(({ post }) => post)).toHaveLength(1);
    expect(all.filter(({ code }) => code === 'UNKNOWN_IMAGE')).toHaveLength(7);
  });
});

describe('refused', () => {
  test.each([
    ['an image that does not exist', async () => [{ id: randomUUID(), alt }], 'UNKNOWN_IMAGE'],
    ['somebody else’s', async () => [await image(await aPerson(api))], 'UNKNOWN_IMAGE'],
    [
      'one that is shown elsewhere',
      async () => {
        const one = await image();
        await reply(api, me, { topicId, images: [one] });
        return [one];
      },
      'UNKNOWN_IMAGE',
    ],
    [
      'one that has expired',
      async () => {
        const one = await image();
        await api.database.query('UPDATE image SET expires_at = now() WHERE id = $1', [one.id]);
        return [one];
      },
      'UNKNOWN_IMAGE',
    ],
    [
      'one that is not wholly received',
      async () => {
        const one = await image();
        await api.database.query('UPDATE image SET stored_at = NULL WHERE id = $1', [one.id]);
        return [one];
      },
      'UNKNOWN_IMAGE',
    ],
    [
      'the same twice',
      async () => {
        const one = await image();
        return [one, { ...one, id: one.id.toUpperCase() }];
      },
      'IMAGE_TWICE',
    ],
    [
      'five',
      async () => Promise.all(Array.from({ length: 5 }, () => ({ id: randomUUID(), alt }))),
      'TOO_MANY_IMAGES',
    ],
    ['one without a description', async () => [{ ...(await image()), alt: ' \u200b ' }], 'ALT_EMPTY'],
    ['a description too short', async () => [{ ...(await image()), alt: 'ab' }], 'ALT_TOO_SHORT'],
    ['a description too long', async () => [{ ...(await image()), alt: 'é'.repeat(301) }], 'ALT_TOO_LONG'],
    [
      'stacked marks',
      async () => [{ ...(await image()), alt: `Z${'\u0336\u0321\u0353\u0348'.repeat(9)}` }],
      'ALT_UNREADABLE',
    ],
  ])('%s', async (_, images, code) => {
    const given = await images();
    expect((await reply(api, me, { topicId, images: given })).code).toBe(code);
    expect((await createTopic(api, me, { themeId, images: given })).code).toBe(code);
    const id = await aReply(api, topicId, { by: me });
    expect(await edit(me, { id, revision: 0, body: words(), images: given })).toEqual({ code });
    expect(await imagesOf(id, me)).toEqual([]);
  });

  test('an id that is none, a description that cannot be kept', async () => {
    const send = (images: object[]) =>
      api.graphql(
        'mutation ($input: ReplyToTopicInput!) { replyToTopic(input: $input) { __typename } }',
        { input: { id: randomUUID(), topicId, body: words(), images } },
        { headers: me.headers },
      );
    for (const one of [{ id: '../x', alt }, { id: randomUUID() }])
      expect((await send([one])).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('takes no image from whoever is refused for another reason', async () => {
    const one = await image();
    expect((await reply(api, me, { topicId, body: '', images: [one] })).code).toBe('EMPTY');
    expect(await isFree(one.id)).toBe(true);
    expect((await reply(api, me, { topicId, images: [one] })).post?.status).toBe('HELD');
  });
});

describe('changing a message', () => {
  test('an image added to what others read waits by itself; the message stays', async () => {
    const body = words();
    const id = await aReply(api, topicId, { by: me, body });
    const one = await image();
    const { post } = await edit(me, { id, revision: 0, body, images: [one] });
    expect(post).toEqual({ status: 'PUBLISHED', revisionCount: 1, images: [{ ...one, isHeld: true }] });
    expect([await imagesOf(id), await imagesOf(id, await aPerson(api))]).toEqual([[], []]);
    expect([await status(one.id), await status(one.id, me)]).toEqual([404, 'no-store']);
    expect(await moderate(id, 'release')).toBe(true);
    expect(await moderate(id, 'release')).toBe(false);
    expect(await imagesOf(id)).toMatchObject([{ ...one, isHeld: false }]);
    expect(await status(one.id)).toBe('public');
  });

  test('removes, describes anew and reorders; without a word of images they stay', async () => {
    const [one, two, three] = [await image(), await image(), await image()];
    const body = words();
    const { post } = await reply(api, me, { topicId, body, images: [one, two, three] });
    const id = post!.id;
    const after = [{ id: three.id, alt: 'Le plan du réseau' }, one];
    expect((await edit(me, { id, revision: 0, body, images: after })).post?.images).toMatchObject(after);
    expect(await isFree(two.id)).toBe(false);
    expect(await status(two.id, me)).toBe(404);
    expect((await edit(me, { id, revision: 1, body, images: after })).post?.revisionCount).toBe(1);
    expect((await edit(me, { id, revision: 1, body: words() })).post?.images).toHaveLength(2);
    expect((await edit(me, { id, revision: 2, body: words(), images: [] })).post?.images).toEqual([]);
    expect(await edit(me, { id, revision: 0, body: words(), images: [await image()] })).toEqual({
      code: 'STALE_REVISION',
    });
  });
});

describe('gone', () => {
  const collected = () => api.get(ImageCollection).collect();
  test('with its message, files and all', async () => {
    const one = await image();
    const { post } = await reply(api, me, { topicId, images: [one] });
    await collected();
    expect(await status(one.id, me)).toBe('no-store');
    await api.graphql(`mutation { deletePost(id: "${post!.id}") { __typename } }`, {}, me);
    expect([await status(one.id, me), await status(one.id, await aPerson(api, ['staff']))]).toEqual([
      404, 404,
    ]);
    expect(await collected()).toEqual({ images: 1 });
    expect(await collected()).toEqual({ images: 0 });
  });

  test('with its account; the words stay', async () => {
    const [one, unused] = [await image(), await image()];
    const { post } = await reply(api, me, { topicId, images: [one] });
    await moderate(post!.id, 'release');
    await api.database.query(
      "UPDATE account SET deletion_due_at = now() - interval '1 second' WHERE id = $1",
      [me.id],
    );
    await api.get(EndAccounts).endDue(new Date());
    expect(await imagesOf(post!.id)).toEqual([]);
    expect([await status(one.id), await isFree(unused.id)]).toEqual([404, false]);
    await collected();
    expect(await api.database.query('SELECT FROM image WHERE id = ANY($1)', [[one.id, unused.id]])).toEqual(
      [],
    );
  });

  test('but not before they could be downloaded, described, with where they are', async () => {
    const [one, unused] = [await image(), await image()];
    const { post } = await reply(api, me, { topicId, images: [one] });
    const source = api.get(PersonalDataSources).byAccount.find(({ name }) => name === 'images');
    const given = await transaction(api.database, async (tx) => {
      const rows: DataRow[] = [];
      for await (const row of source!.rows(tx, me.id)) rows.push(row);
      return rows;
    });
    const size = { largeur: 40, hauteur: 30, 'envoyée le': expect.any(Date) };
    expect(given).toHaveLength(2);
    expect(given).toEqual(
      expect.arrayContaining([
        {
          adresse: `/files/images/${one.id}/40.webp`,
          description: alt,
          message: expect.stringMatching(`/debats/${topicId}/messages/${post!.id}$`),
          ...size,
        },
        { adresse: `/files/images/${unused.id}/40.webp`, description: null, message: null, ...size },
      ]),
    );
  });

  test('and counts stay true; a wrong one is put right', async () => {
    const { post } = await reply(api, me, { topicId, images: [await image()] });
    expect((await recountForum(api.database, { check: true })).differences).toEqual([]);
    await api.database.query('UPDATE post SET image_count = 0 WHERE id = $1', [post!.id]);
    expect((await recountForum(api.database, { check: false })).differences).toMatchObject([
      { table: 'post', count: 'image_count', stored: 0, expected: 1 },
    ]);
    expect(await imagesOf(post!.id, me)).toHaveLength(1);
  });
});

/** The statements that are about images: others come and go with what is remembered for some seconds. */
const ofImages = (statements: string[]) => statements.filter((sql) => /\b(post_)?image\b/.test(sql));

describe('read', () => {
  test('with a page in one statement, and in none where there is nothing or nobody asks', async () => {
    const page = async (fields: string) =>
      ofImages(
        await statementsDuring(api.database, () =>
          api.graphql(`{ topic(id: "${topicId}") { posts { edges { node { id ${fields} } } } } }`),
        ),
      ).length;
    await aReply(api, topicId);
    expect([await page('body'), await page('body images { id }')]).toEqual([0, 0]);
    for (let written = 0; written < 3; written += 1) {
      const { post } = await reply(api, me, { topicId, images: [await image()] });
      await moderate(post!.id, 'release');
    }
    expect([await page('body'), await page('body images { id alt width height }')]).toEqual([0, 1]);
  });

  test('costs a message without images nothing to write, and one with images three statements more', async () => {
    await reply(api, me, { topicId });
    const bare = await statementsDuring(api.database, () => reply(api, me, { topicId }));
    const images = [await image()];
    const withImages = await statementsDuring(api.database, () => reply(api, me, { topicId, images }));
    expect(ofImages(bare)).toEqual([]);
    // One locks the images, two attach them.
    expect(ofImages(withImages)).toHaveLength(3);
  });

  test('by all who listen to a topic in one statement', async () => {
    const query = 'subscription ($topicId: ID!) { postAdded(topicId: $topicId) { id images { alt } } }';
    const all = Array.from({ length: 5 }, () => listen(api.url, {}, query, { topicId }));
    const staff = await aPerson(api, ['staff']);
    // Nothing says that a subscription is heard but its first news.
    while (all.some(({ values }) => values.length === 0)) {
      await aReply(api, topicId, { by: staff });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { post } = await reply(api, me, { topicId, images: [await image()] });
    const told = { postAdded: { id: post!.id, images: [{ alt }] } };
    const isTold = (values: unknown[]) => JSON.stringify(values).includes(post!.id);
    const statements = await statementsDuring(api.database, async () => {
      await moderate(post!.id, 'release');
      for (const { values, came } of all) while (!isTold(values)) await came(values.length + 1);
    });
    for (const { values } of all) expect(values).toContainEqual(told);
    expect(statements.filter((statement) => statement.includes('FROM post_image p JOIN image'))).toHaveLength(
      1,
    );
    await Promise.all(all.map(({ stop }) => stop()));
  });
});
