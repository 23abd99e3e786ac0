import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mentionMarkdown } from '@preau/markdown';
import { IdentityApiModule } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { FoundPosts } from '../found/found-posts';
import { ModeratedPosts } from '../moderated/moderated-posts';
import { aPerson, aReply, aTheme, aTopic, carryOut, createTopic, reply, type Person } from '../test-data';
import { MENTIONS_MAX, PostNews } from './post-news';

let api: TestApi;
let consultation: string;
let themeId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
});
afterAll(() => api.close());
beforeEach(async () => {
  await carryOut(api);
  ({ consultation, themeId } = await aTheme(api));
});

const follow = (by: Person, what: 'Topic' | 'Theme', id: string) =>
  api.graphql(
    `mutation { follow${what}(${what === 'Topic' ? 'topicId' : 'themeId'}: "${id}") { __typename } }`,
    {},
    by,
  );
const unfollow = (by: Person, id: string) =>
  api.graphql(`mutation { unfollowTopic(topicId: "${id}") { __typename } }`, {}, by);
const mute = (by: Person, id: string) =>
  api.graphql(`mutation { mutePerson(accountId: "${id}") { __typename } }`, {}, by);
const markRead = (by: Person, topicId: string, postId: string) =>
  api.graphql(
    `mutation { markTopicRead(topicId: "${topicId}", postId: "${postId}") { __typename } }`,
    {},
    by,
  );

const tell = (ids: string[]) => transaction(api.database, (tx) => api.get(PostNews).tell(tx, ids));

interface Shown {
  event: string;
  subject: string | null;
  path: string;
}
/** What somebody was told, the earliest first. */
async function told(by: Person): Promise<Shown[]> {
  await carryOut(api);
  const { data } = await api.graphql<{ notifications: { edges: { node: Shown }[] } }>(
    '{ notifications { edges { node { event subject path } } } }',
    {},
    by,
  );
  return data!.notifications.edges.map(({ node }) => node).toReversed();
}
const events = async (by: Person) => (await told(by)).map(({ event }) => event);

test('messages that cannot be dealt with together are jobs, each by itself: one that fails keeps no other from being told', async () => {
  const author = await aPerson(api);
  const topicId = await aTopic(api, themeId, author);
  await carryOut(api);
  const [bad, good] = [await aReply(api, topicId), await aReply(api, topicId)];
  const index = api.get(FoundPosts);
  const write = index.write.bind(index);
  const failing = jest
    .spyOn(index, 'write')
    .mockImplementation((tx, ids) =>
      ids.includes(bad) ? Promise.reject(new Error('unreadable')) : write(tx, ids),
    );
  await api.get(PostNews).spreadWaiting();
  const jobs = await api.database.query<{ id: string; post: string }[]>(
    `SELECT id, payload->>'post' AS post FROM graphile_worker._private_jobs ORDER BY id`,
  );
  expect(new Set(jobs.map(({ post }) => post))).toEqual(new Set([bad, good]));
  await api.database.query('DELETE FROM graphile_worker._private_jobs WHERE payload->>$1 = $2', [
    'post',
    bad,
  ]);
  expect(await told(author)).toHaveLength(1);
  failing.mockRestore();
  await transaction(api.database, (tx) => api.get(PostNews).published(tx, [bad]));
  expect(await told(author)).toHaveLength(2);
});

describe('a reply', () => {
  test('is told to whoever wrote what it answers, with the name of the topic and the way there', async () => {
    const [author, other] = [await aPerson(api), await aPerson(api)];
    const topicId = await aTopic(api, themeId, author);
    const first = await aReply(api, topicId, { by: other });
    const second = await aReply(api, topicId, { by: author, parentId: first });
    const title = 'Le réseau de nos écoles';
    const path = (id: string) => `/concertations/${consultation}/debats/${topicId}/messages/${id}`;
    expect(await told(author)).toEqual([{ event: 'FORUM_REPLY', subject: title, path: path(first) }]);
    expect(await told(other)).toEqual([{ event: 'FORUM_REPLY', subject: title, path: path(second) }]);
  });

  test('to oneself is told to nobody', async () => {
    const author = await aPerson(api);
    const topicId = await aTopic(api, themeId, author);
    await aReply(api, topicId, { by: author });
    expect(await told(author)).toEqual([]);
  });

  test('to a topic one no longer follows is not told; to a message of one’s own, still', async () => {
    const author = await aPerson(api);
    const topicId = await aTopic(api, themeId, author);
    const own = await aReply(api, topicId, { by: author });
    await unfollow(author, topicId);
    await aReply(api, topicId);
    expect(await events(author)).toEqual([]);
    await aReply(api, topicId, { parentId: own });
    expect(await events(author)).toEqual(['FORUM_REPLY']);
  });

  test('is told once, however often the job is run', async () => {
    const [author, follower] = [await aPerson(api), await aPerson(api)];
    const topicId = await aTopic(api, themeId, author);
    await follow(follower, 'Topic', topicId);
    const id = await aReply(api, topicId);
    await carryOut(api);
    await Promise.all([1, 2, 3].map(() => tell([id])));
    expect([await events(author), await events(follower)]).toEqual([['FORUM_REPLY'], ['FORUM_NEW_MESSAGE']]);
  });

  test('that can no longer be read is told to nobody', async () => {
    const author = await aPerson(api);
    const topicId = await aTopic(api, themeId, author);
    const id = await aReply(api, topicId);
    await transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, 'hide'));
    expect(await told(author)).toEqual([]);
  });

  test('that is hidden later keeps neither name nor page', async () => {
    const author = await aPerson(api);
    const topicId = await aTopic(api, themeId, author);
    const id = await aReply(api, topicId);
    await carryOut(api);
    await transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, 'hide'));
    expect(await told(author)).toMatchObject([{ subject: null, path: '/mon-espace' }]);
  });

  test('that is held is told when it is released', async () => {
    const [author, minor] = [await aPerson(api), await aPerson(api)];
    await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1`, [
      minor.id,
    ]);
    const topicId = await aTopic(api, themeId, author);
    const id = await aReply(api, topicId, { by: minor });
    expect(await told(author)).toEqual([]);
    await transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, 'release'));
    expect(await events(author)).toEqual(['FORUM_REPLY']);
    await transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, 'hide'));
    await transaction(api.database, (tx) => api.get(ModeratedPosts).apply(tx, id, 'restore'));
    expect(await events(author)).toEqual(['FORUM_REPLY']);
  });
});

describe('a mention', () => {
  const mentioning = (...people: { id: string }[]) =>
    `Bonjour ${people.map(({ id }) => mentionMarkdown(id, 'Quelqu’un')).join(' ')}`;

  test('is told to whoever it names, also in a topic that begins', async () => {
    const named = await aPerson(api);
    await createTopic(api, await aPerson(api), { themeId, body: mentioning(named) });
    await aReply(api, await aTopic(api, themeId), { body: mentioning(named) });
    expect(await events(named)).toEqual(['FORUM_MENTION', 'FORUM_MENTION']);
  });

  test('in a reply to the same person is one notification: the reply', async () => {
    const author = await aPerson(api);
    await aReply(api, await aTopic(api, themeId, author), { body: mentioning(author) });
    expect(await events(author)).toEqual(['FORUM_REPLY']);
  });

  test('in a quotation, of oneself, or of nobody is told to nobody', async () => {
    const [by, quoted] = [await aPerson(api), await aPerson(api)];
    await aReply(api, await aTopic(api, themeId, by), {
      by,
      body: `> ${mentioning(quoted)}\n\n${mentioning(by, { id: randomUUID() })}`,
    });
    expect([await told(by), await told(quoted)]).toEqual([[], []]);
  });

  test('beyond the tenth is not heard', async () => {
    const people: Person[] = [];
    for (let at = 0; at <= MENTIONS_MAX; at += 1) people.push(await aPerson(api));
    await aReply(api, await aTopic(api, themeId), { body: mentioning(...people) });
    const counts: number[] = [];
    for (const person of people) counts.push((await told(person)).length);
    expect(counts).toEqual([...people.slice(1).map(() => 1), 0]);
  });
});

describe('followers', () => {
  test('of a theme are told of the topics that begin in it', async () => {
    const [follower, author] = [await aPerson(api), await aPerson(api)];
    await follow(follower, 'Theme', themeId);
    await follow(author, 'Theme', themeId);
    const topicId = await aTopic(api, themeId, author);
    await aTopic(api, (await aTheme(api)).themeId);
    expect(await told(follower)).toEqual([
      {
        event: 'FORUM_NEW_TOPIC',
        subject: 'Le réseau de nos écoles',
        path: `/concertations/${consultation}/debats/${topicId}`,
      },
    ]);
    expect(await told(author)).toEqual([]);
  });

  test('of a topic are told of what is new since they last came, once until they come back', async () => {
    const follower = await aPerson(api);
    const topicId = await aTopic(api, themeId);
    await follow(follower, 'Topic', topicId);
    const first = await aReply(api, topicId);
    await carryOut(api);
    const second = await aReply(api, topicId);
    expect((await told(follower)).map(({ path }) => path)).toEqual([expect.stringContaining(first)]);
    await markRead(follower, topicId, second);
    const third = await aReply(api, topicId);
    expect((await told(follower)).map(({ path }) => path)).toEqual([
      expect.stringContaining(first),
      expect.stringContaining(third),
    ]);
  });

  test('who do not come back are told again a day later', async () => {
    const follower = await aPerson(api);
    const topicId = await aTopic(api, themeId);
    await follow(follower, 'Topic', topicId);
    await aReply(api, topicId);
    await carryOut(api);
    await api.database.query(`UPDATE followed_topic SET told_at = told_at - interval '1 day'`);
    await aReply(api, topicId);
    expect(await told(follower)).toHaveLength(2);
  });

  test('who have read a message already, or no longer follow, are not told of it', async () => {
    const [reader, gone] = [await aPerson(api), await aPerson(api)];
    const topicId = await aTopic(api, themeId);
    for (const person of [reader, gone]) await follow(person, 'Topic', topicId);
    await unfollow(gone, topicId);
    await markRead(reader, topicId, await aReply(api, topicId));
    expect([await told(reader), await told(gone)]).toEqual([[], []]);
  });

  test('are a thousand, and told in the same few statements', async () => {
    const topicId = await aTopic(api, themeId);
    await api.database.query(
      `WITH made AS (INSERT INTO account (display_name, is_pseudonym, age_band)
         SELECT 'x', true, 'adult' FROM generate_series(1, 1000) RETURNING id)
       INSERT INTO followed_topic (account_id, topic_id) SELECT id, $1 FROM made`,
      [topicId],
    );
    const ids = [await aReply(api, topicId), await aReply(api, topicId)];
    const statements = await statementsDuring(api.database, () => tell(ids));
    // The words that mention, begin, the followers, what they are told, their mails, the announcement, commit.
    expect(statements.length).toBeLessThanOrEqual(7);
    const [row] = await api.database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM notification WHERE event = 'FORUM_NEW_MESSAGE' AND object = ANY($1)`,
      [ids.map((id) => `post:${id}`)],
    );
    // Those who wrote the two follow as well, and are told of each other’s.
    expect(row).toEqual({ count: 1_002 });
  });
});

describe('an official reply', () => {
  test('is told as such to the topic’s author and its followers, each time', async () => {
    const [author, follower, named] = [await aPerson(api), await aPerson(api), await aPerson(api)];
    const staff = await aPerson(api, ['staff']);
    const topicId = await aTopic(api, themeId, author);
    await follow(follower, 'Topic', topicId);
    const [service] = await api.database.query<{ id: string }[]>(
      'INSERT INTO forum_service (name) VALUES ($1) RETURNING id',
      [randomUUID()],
    );
    for (let times = 0; times < 2; times += 1)
      expect(
        await reply(api, staff, {
          topicId,
          serviceId: service?.id,
          body: `${times} ${mentionMarkdown(named.id, 'Nom')}`,
        }),
      ).toHaveProperty('post');
    const twice = (event: string) => [event, event];
    expect(await events(author)).toEqual(twice('FORUM_OFFICIAL_REPLY'));
    expect(new Set(await events(follower))).toEqual(new Set(['FORUM_OFFICIAL_REPLY']));
    expect(await events(follower)).toHaveLength(2);
    expect(await events(named)).toEqual(twice('FORUM_MENTION'));
  });
});

describe('somebody muted', () => {
  test('notifies nothing to whoever muted them: no reply, no mention, no message, no topic', async () => {
    const [me, muted] = [await aPerson(api), await aPerson(api)];
    await mute(me, muted.id);
    await follow(me, 'Theme', themeId);
    const topicId = await aTopic(api, themeId, me);
    await aReply(api, topicId, { by: muted, body: `Toi ${mentionMarkdown(me.id, 'Nom')}` });
    await aTopic(api, themeId, muted);
    expect(await told(me)).toEqual([]);
    await aReply(api, topicId);
    expect(await events(me)).toEqual(['FORUM_REPLY']);
  });

  test('is not called by whoever muted them', async () => {
    const [me, muted] = [await aPerson(api), await aPerson(api)];
    await mute(me, muted.id);
    await aReply(api, await aTopic(api, themeId), { by: me, body: mentionMarkdown(muted.id, 'Nom') });
    expect(await told(muted)).toEqual([]);
  });
});

test('mails: replies at once, what is followed in the summary of the day', async () => {
  const [author, follower] = [await aPerson(api), await aPerson(api)];
  const topicId = await aTopic(api, themeId, author);
  await follow(follower, 'Topic', topicId);
  await api.database.query(
    `INSERT INTO notification_preference (account_id, kind, frequency) VALUES ($1, 'FORUM_FOLLOWED', 'NONE')`,
    [follower.id],
  );
  await aReply(api, topicId);
  await carryOut(api);
  const rows = await api.database.query<object[]>(
    `SELECT account_id, kind, settled_at IS NULL AS waits FROM notification WHERE account_id = ANY($1) ORDER BY kind DESC`,
    [[author.id, follower.id]],
  );
  expect(rows).toEqual([
    { account_id: author.id, kind: 'FORUM_REPLIES', waits: true },
    { account_id: follower.id, kind: 'FORUM_FOLLOWED', waits: false },
  ]);
  const rounds = await api.database.query<{ key: string }[]>(
    `SELECT key FROM graphile_worker._private_jobs WHERE key LIKE 'notifications%IMMEDIATE'`,
  );
  expect(rounds).toHaveLength(1);
});
