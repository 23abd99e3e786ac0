import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IdentityApiModule } from '@preau/identity-api';
import { createApp, FrameModule } from '@preau/shared-api';
import { listen, startTestApi, statementsDuring, type Listening, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, reply } from '../test-data';
import { LiveTopics } from './live-topics';

@Module({ imports: [FrameModule, IdentityApiModule, ForumApiModule] })
class SecondProcess {}

let api: TestApi;
let second: NestExpressApplication;
let elsewhere: string;
let themeId: string;
const open: Listening[] = [];

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  second = await createApp(SecondProcess);
  await second.listen(0, '127.0.0.1');
  elsewhere = await second.getUrl();
  ({ themeId } = await aTheme(api));
});
afterAll(async () => {
  await second.close();
  await api.close();
});
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.stop();
});

const subscribe = (url: string, topicId: string, headers: Record<string, string> = {}) => {
  const listening = listen(
    url,
    headers,
    'subscription ($topicId: ID!) { postAdded(topicId: $topicId) { id body isMine author { name } } }',
    { topicId },
  );
  open.push(listening);
  return listening;
};
/** Nothing says that a subscription is heard but its first news. */
async function heard(topicId: string, ...listening: Listening[]) {
  const written: string[] = [];
  const by = await aPerson(api, ['staff']);
  while (listening.some(({ values }) => values.length === 0)) {
    written.push(await aReply(api, topicId, { by }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const last = written.at(-1);
  for (const { came, values } of listening)
    while ((values.at(-1) as { postAdded: { id: string } }).postAdded.id !== last)
      await came(values.length + 1);
  for (const { values } of listening) values.length = 0;
}
const idsOf = (values: unknown[]) =>
  values.map((value) => (value as { postAdded: { id: string } }).postAdded.id);

describe('a message that is written', () => {
  test('is told to whoever reads the topic, in every process, in order and once', async () => {
    const topicId = await aTopic(api, themeId);
    const me = await aPerson(api);
    const [here, there] = [subscribe(api.url, topicId), subscribe(elsewhere, topicId, { ...me.headers })];
    await heard(topicId, here, there);
    const written: string[] = [];
    for (let at = 0; at < 5; at += 1)
      written.push(await aReply(api, topicId, { by: at === 2 ? me : await aPerson(api) }));
    expect(idsOf(await here.came(5))).toEqual(written);
    const values = (await there.came(5)) as { postAdded: { isMine: boolean } }[];
    expect(idsOf(values)).toEqual(written);
    expect(values.map(({ postAdded }) => postAdded.isMine)).toEqual([false, false, true, false, false]);
  });

  test('of another topic, or held, is not', async () => {
    const topicId = await aTopic(api, themeId);
    const here = subscribe(api.url, topicId);
    await heard(topicId, here);
    await aReply(api, await aTopic(api, themeId));
    const minor = await aPerson(api);
    await api.database.query(`UPDATE account SET age_band = 'minor', is_pseudonym = true WHERE id = $1`, [
      minor.id,
    ]);
    await reply(api, minor, { topicId });
    const last = await aReply(api, topicId);
    expect(idsOf(await here.came(1))).toEqual([last]);
  });

  test('is read once, however many listen', async () => {
    const topicId = await aTopic(api, themeId);
    const listening = Array.from({ length: 20 }, () => subscribe(api.url, topicId));
    await heard(topicId, ...listening);
    const by = await aPerson(api);
    const statements = await statementsDuring(api.database, async () => {
      await aReply(api, topicId, { by });
      await Promise.all(listening.map(({ came }) => came(1)));
    });
    const reads = statements.filter((sql) => sql.includes('after_key'));
    expect(reads.length).toBeGreaterThan(0);
    // Once for the message; perhaps once more, to no end, for an announcement from before that came late.
    expect(reads.length).toBeLessThanOrEqual(2);
  });
});

test('nothing is kept of a topic nobody listens to', async () => {
  const topicId = await aTopic(api, themeId);
  const here = subscribe(api.url, topicId);
  await heard(topicId, here);
  expect(api.get(LiveTopics).count(topicId)).toBe(1);
  await here.stop();
  while (api.get(LiveTopics).count(topicId) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});

test.each(['x', '00000000-0000-4000-8000-000000000000'])('a topic that is not there: %s', async (topicId) => {
  expect(await subscribe(api.url, topicId).ended).toBe('NOT_FOUND');
});
