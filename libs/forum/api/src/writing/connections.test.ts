import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { anImage, startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { DataSource } from 'typeorm';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aTheme, createTopic, reply, words, type Person } from '../test-data';

let api: TestApi;
let owner: DataSource;
let themeId: string;
let me: Person;
beforeAll(async () => {
  const settings = { TRUSTED_PROXIES: 'loopback, 10.0.0.0/8', CLIENT_PORT_HEADER: 'X-Client-Port' };
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true, settings });
  owner = await new DataSource({ type: 'postgres', url: api.databaseUrls.ownerUrl }).initialize();
  ({ themeId } = await aTheme(api));
  me = await aPerson(api);
});
afterAll(async () => {
  await owner.destroy();
  await api.close();
});

const from = (headers: Record<string, string>, by = me) => ({ headers: { ...by.headers, ...headers } });
const notes = (accountId = me.id) =>
  owner.query<Record<string, unknown>[]>(
    `SELECT kind, object_id AS id, host(address) AS address, port, mail_id AS mail, at > now() - interval '1 minute' AS now
     FROM connection_record WHERE account_id = $1 ORDER BY connection_record.at, kind`,
    [accountId],
  );
const noted = (kind: string, id: unknown, address: string, port: number | null) => ({
  kind,
  id,
  address,
  port,
  mail: null,
  now: true,
});

test('what is published is noted with the address and port it came from, each time', async () => {
  const topic = await createTopic(api, from({ 'x-forwarded-for': '192.0.2.1', 'x-client-port': '4711' }), {
    themeId,
  });
  const topicId = topic.topic!.id;
  const images = [{ id: await anImage(api, me.headers), alt: 'Une salle' }];
  const posted = await reply(api, from({ 'x-forwarded-for': '2001:db8::1', 'x-client-port': '4712' }), {
    topicId,
    images,
  });
  const id = posted.post!.id;
  const edit = async (body: string, more: object, by: ReturnType<typeof from>) => {
    const { data } = await api.graphql<{ editPost: { __typename: string } }>(
      'mutation ($input: EditPostInput!) { editPost(input: $input) { __typename } }',
      { input: { id, body, ...more } },
      by,
    );
    expect(data?.editPost).toEqual({ __typename: 'PostChanged' });
  };
  const another = { id: await anImage(api, me.headers), alt: 'Une cour' };
  const elsewhere = from({ 'x-forwarded-for': '198.51.100.7', 'x-client-port': '4713' });
  const body = words();
  await edit(body, { revision: 0, images: [...images, another] }, elsewhere);
  // Saved as it was: nothing is published.
  await edit(body, { revision: 1, images: [...images, another] }, elsewhere);
  expect(await notes()).toEqual([
    noted('TOPIC', topicId, '192.0.2.1', 4711),
    noted('REPLY', id, '2001:db8::1', 4712),
    noted('IMAGE', images[0]!.id, '2001:db8::1', 4712),
    noted('IMAGE', another.id, '198.51.100.7', 4713),
    noted('EDIT', id, '198.51.100.7', 4713),
  ]);
});

describe('the address', () => {
  test.each<[string, Record<string, string>, string, number | null]>([
    ['behind two proxies that are trusted', { 'x-forwarded-for': '192.0.2.9, 10.1.2.3' }, '192.0.2.9', null],
    ['that somebody made up', { 'x-forwarded-for': '203.0.113.1, 192.0.2.9' }, '192.0.2.9', null],
    ['with its port', { 'x-forwarded-for': '192.0.2.9:4711' }, '192.0.2.9', 4711],
    ['of version 6, with its port', { 'x-forwarded-for': '[2001:db8::9]:4711' }, '2001:db8::9', 4711],
    ['of version 4 in the clothes of 6', { 'x-forwarded-for': '::ffff:192.0.2.9' }, '192.0.2.9', null],
    ['that is none', { 'x-forwarded-for': "'); DROP TABLE post; --" }, '127.0.0.1', null],
    [
      'with a port that is none',
      { 'x-forwarded-for': '192.0.2.9', 'x-client-port': '99999' },
      '192.0.2.9',
      null,
    ],
  ])('%s', async (_, headers, address, port) => {
    const by = await aPerson(api);
    const created = await createTopic(api, from(headers, by), { themeId });
    expect(await notes(by.id)).toEqual([noted('TOPIC', created.topic?.id, address, port)]);
  });

  test('without a proxy: that of the connection', async () => {
    const by = await aPerson(api);
    const { topic } = await createTopic(api, from({ 'x-client-port': '4711' }, by), { themeId });
    const [note] = await notes(by.id);
    expect(note).toEqual(noted('TOPIC', topic?.id, '127.0.0.1', expect.any(Number) as unknown as number));
    expect(note?.['port']).not.toBe(4711);
  });
});

test('what is refused is noted nowhere, what is sent twice is noted once', async () => {
  const by = await aPerson(api);
  const { topic } = await createTopic(api, by, { themeId });
  const input = { id: topic!.id, themeId, title: topic!.title, body: topic!.body };
  await createTopic(api, by, input);
  expect(await reply(api, by, { topicId: topic!.id, body: ' ' })).toMatchObject({ code: 'EMPTY' });
  expect(await notes(by.id)).toHaveLength(1);
});

test('it costs no statement', async () => {
  const { topic } = await createTopic(api, await aPerson(api), { themeId });
  const statements = await statementsDuring(api.database, () => reply(api, me, { topicId: topic!.id }));
  const about = statements.filter((statement) => statement.includes('connection_record'));
  expect(about).toHaveLength(1);
  expect(about[0]).toContain('INSERT INTO post ');
});
