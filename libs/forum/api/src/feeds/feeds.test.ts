import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dangersIn, XSS_PAYLOADS } from '@preau/markdown/testing';
import { IdentityApiModule } from '@preau/identity-api';
import { readConfig, transaction } from '@preau/shared-api';
import { anImage, startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { JSDOM } from 'jsdom';
import { ForumApiModule } from '../forum-api.module';
import { ModeratedPosts } from '../moderated/moderated-posts';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, type Person } from '../test-data';
import { xmlText } from './atom';
import { FEED_LENGTH } from './feed.queries';

let api: TestApi;
let me: Person;
let site: string;
let consultation: string;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  me = await aPerson(api, ['staff']);
  site = readConfig().publicUrl;
});
afterAll(() => api.close());
beforeEach(async () => {
  ({ consultation, themeId } = await aTheme(api));
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/feeds/${path}`, { headers });
const ofTheme = () => `${consultation}/themes/theme.atom`;
const ofTopic = (id: string) => `${consultation}/topics/${id}.atom`;

/** The feed, read as a strict reader of XML would. */
async function read(path: string) {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ]);
  const { document } = new JSDOM(await answer.text(), { contentType: 'application/xml' }).window;
  const text = (of: Element, name: string) => of.getElementsByTagName(name)[0]?.textContent ?? null;
  const link = (of: Element, rel: string) =>
    [...of.children]
      .find((child) => child.tagName === 'link' && child.getAttribute('rel') === rel)
      ?.getAttribute('href');
  const feed = document.documentElement;
  return {
    document,
    namespace: feed.namespaceURI,
    id: text(feed, 'id'),
    updated: text(feed, 'updated'),
    self: link(feed, 'self'),
    page: link(feed, 'alternate'),
    entries: [...feed.getElementsByTagName('entry')].map((entry) => ({
      id: text(entry, 'id'),
      title: text(entry, 'title'),
      author: text(entry, 'name'),
      page: link(entry, 'alternate'),
      content: text(entry, 'content'),
      type: entry.getElementsByTagName('content')[0]?.getAttribute('type'),
      updated: text(entry, 'updated'),
    })),
  };
}

describe('the feed of a theme', () => {
  test('holds its latest topics, the newest first, and nothing that cannot be read', async () => {
    const first = (await createTopic(api, me, { themeId, body: '**Un**' })).topic!.id;
    const second = (await createTopic(api, me, { themeId, title: 'Écoles & <cantines>', body: 'Deux' }))
      .topic!.id;
    for (const status of ['HELD', 'HIDDEN', 'DELETED'])
      await api.database.query('UPDATE topic SET status = $2 WHERE id = $1', [
        await aTopic(api, themeId, me),
        status,
      ]);
    const feed = await read(ofTheme());
    expect(feed).toMatchObject({
      namespace: 'http://www.w3.org/2005/Atom',
      id: `${site}/feeds/${ofTheme()}`,
      self: `${site}/feeds/${ofTheme()}`,
      page: `${site}/concertations/${consultation}/debats?theme=theme`,
      updated: feed.entries[0]?.updated,
      entries: [
        {
          id: `urn:uuid:${second}`,
          title: 'Écoles & <cantines>',
          author: 'Dominique Petit',
          page: `${site}/concertations/${consultation}/debats/${second}`,
          content: '<p>Deux</p>',
          type: 'html',
        },
        { id: `urn:uuid:${first}`, content: '<p><strong>Un</strong></p>' },
      ],
    });
  });

  test('without a topic is a feed without an entry', async () => {
    const feed = await read(ofTheme());
    expect(feed.entries).toEqual([]);
    expect(Date.parse(feed.updated ?? '')).not.toBeNaN();
  });
});

describe('the feed of a topic', () => {
  test('holds its latest messages of any depth, where each stands', async () => {
    const topicId = await aTopic(api, themeId, me);
    const one = await aReply(api, topicId, { by: me, body: 'Une réponse' });
    const two = await aReply(api, topicId, { by: me, parentId: one, body: 'Une autre' });
    await api.database.query(`UPDATE post SET status = 'DELETED' WHERE id = $1`, [
      await aReply(api, topicId),
    ]);
    const { entries } = await read(ofTopic(topicId));
    expect(entries.map(({ id }) => id)).toEqual([two, one, topicId].map((id) => `urn:uuid:${id}`));
    expect(entries[0]).toMatchObject({
      title: 'Réponse de Dominique Petit à «\u00a0Le réseau de nos écoles\u00a0»',
      page: `${site}/concertations/${consultation}/debats/${topicId}/messages/${two}`,
    });
  });

  test('says what the images that everybody sees show, and leads to them', async () => {
    const topicId = await aTopic(api, themeId, me);
    const [shown, held] = [await anImage(api, me.headers), await anImage(api, me.headers)];
    const alt = 'Une salle <b>& ses "prises"';
    const { post } = await reply(api, me, { topicId, body: 'Voici', images: [{ id: shown, alt }] });
    const moderate = () =>
      transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, post!.id, 'release'));
    expect((await read(ofTopic(topicId))).entries).toHaveLength(1);
    await moderate();
    await api.database.query(
      `INSERT INTO post_image (post_id, position, image_id, alt, is_held) VALUES ($1, 2, $2, 'En attente', true)`,
      [post!.id, held],
    );
    const { document, entries } = await read(ofTopic(topicId));
    const links = [...document.querySelectorAll('link[rel="enclosure"]')];
    expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('title')])).toEqual([
      [`${site}/files/images/${shown}/40.webp`, alt],
    ]);
    const { body } = new JSDOM(entries[0]?.content ?? '').window.document;
    expect(body.textContent).toBe(`VoiciImage\u00a0: ${alt}`);
    expect(body.querySelector('a')?.href).toBe(`${site}/files/images/${shown}/40.webp`);
    expect(body.querySelectorAll('img, b')).toHaveLength(0);
  });

  test(`holds ${FEED_LENGTH} of them, read in a few statements`, async () => {
    const topicId = await aTopic(api, themeId, me);
    await api.database.query(
      `INSERT INTO post (topic_id, parent_id, depth, author_id, body, body_hash)
       SELECT $1, $1, 1, $2, 'x' || i, 'x' FROM generate_series(1, 60) AS i`,
      [topicId, me.id],
    );
    const statements = await statementsDuring(api.database, async () => {
      expect((await read(ofTopic(topicId))).entries).toHaveLength(FEED_LENGTH);
    });
    expect(statements.length).toBeLessThanOrEqual(4);
  });
});

test('whoever has it already is told so, until something changes', async () => {
  const topicId = await aTopic(api, themeId, me);
  const first = await ask(ofTopic(topicId));
  const [etag, date] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
  expect(first.headers.get('cache-control')).toBe('public, max-age=60');
  for (const headers of [['if-none-match', etag] as const, ['if-modified-since', date] as const]) {
    // Without it, `fetch` asks that nothing be taken from a cache.
    const again = await ask(ofTopic(topicId), { 'cache-control': 'max-age=0', [headers[0]]: headers[1] });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  await aReply(api, topicId, { by: me });
  expect((await ask(ofTopic(topicId), { 'cache-control': 'max-age=0', 'if-none-match': etag })).status).toBe(
    200,
  );
});

test.each([
  ['a consultation that is not there', () => `absente/themes/theme.atom`],
  ['a theme that is not there', () => `${consultation}/themes/absent.atom`],
  ['a topic that is not there', () => ofTopic(randomUUID())],
  ['no id', () => ofTopic('x')],
])('%s: not found', async (_, path) => {
  expect((await ask(path())).status).toBe(404);
});

test('a topic of another consultation, or hidden, is not found', async () => {
  const topicId = await aTopic(api, themeId, me);
  const other = await aTheme(api);
  expect((await ask(`${other.consultation}/topics/${topicId}.atom`)).status).toBe(404);
  await api.database.query(`UPDATE topic SET status = 'HIDDEN' WHERE id = $1`, [topicId]);
  expect((await ask(ofTopic(topicId))).status).toBe(404);
});

test('of all that people try in a title, a name or a text, nothing comes out but what a message may hold', async () => {
  const topicId = await aTopic(api, themeId, me);
  await api.database.query(
    `INSERT INTO post (topic_id, parent_id, depth, author_id, body, body_hash)
     SELECT $1, $1, 1, $2, 'x', 'x' FROM generate_series(1, $3)`,
    [topicId, me.id, FEED_LENGTH],
  );
  // NUL is refused everywhere.
  const texts = [
    ...XSS_PAYLOADS.map(({ text }) => text.replaceAll('\0', '')),
    ']]>\u000b\u0001\ufffe<![CDATA[<a/>',
  ];
  for (let at = 0; at < texts.length; at += FEED_LENGTH) {
    const tried = texts.slice(at, at + FEED_LENGTH);
    await api.database.query(
      `UPDATE post SET body = tried.text, revision_count = revision_count + 1
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS at FROM post WHERE topic_id = $1 AND depth = 1) AS numbered
       JOIN unnest($2::text[]) WITH ORDINALITY AS tried (text, at) USING (at)
       WHERE post.id = numbered.id`,
      [topicId, tried],
    );
    await api.database.query('UPDATE topic SET title = $2 WHERE id = $1', [topicId, tried.join(' ')]);
    const { document, entries } = await read(ofTopic(topicId));
    const names = new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName));
    expect([...names].toSorted()).toEqual(
      'author content entry feed id link name published subtitle title updated'.split(' '),
    );
    for (const { content } of entries) {
      const { body } = new JSDOM(content ?? '').window.document;
      expect(dangersIn(body.querySelectorAll('*'), site)).toEqual([]);
    }
  }
});

test('what XML cannot hold is left out', () => {
  expect(xmlText('a\u0000\u0008\u000b\u001f\ufffe\uffff\ud800b\tc\n🙂 <"&\'>')).toBe(
    'ab\tc\n🙂 &lt;&quot;&amp;&#39;&gt;',
  );
});
