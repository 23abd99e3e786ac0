import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IdentityApiModule } from '@preau/identity-api';
import { createApp, FrameModule, SESSION_ENDED, transaction } from '@preau/shared-api';
import {
  anAccount,
  aSession,
  listen,
  startTestApi,
  statementsDuring,
  upgradeStatus,
  type Listening,
  type TestApi,
} from '@preau/testing';
import WebSocket from 'ws';
import { NotificationsApiModule } from '../notifications-api.module';
import { Notifications } from '../notices/notifications.service';

@Module({ imports: [FrameModule, IdentityApiModule, NotificationsApiModule] })
class SecondProcess {}

let api: TestApi;
let second: NestExpressApplication;
let elsewhere: string;
let me: string;
let headers: { cookie: string };
const open: Listening[] = [];

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, NotificationsApiModule], { identity: true });
  // Another process on the same database: its settings are those the first was started with.
  second = await createApp(SecondProcess);
  await second.listen(0, '127.0.0.1');
  elsewhere = await second.getUrl();
});
afterAll(async () => {
  await second.close();
  await api.close();
});
beforeEach(async () => {
  me = (await anAccount(api)).id;
  ({ headers } = await aSession(api, me));
});
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.stop();
});

const subscribe = (
  url: string,
  given: Record<string, string>,
  query = 'subscription { notificationAdded { unread } }',
  variables: Record<string, unknown> = {},
) => {
  const listening = listen(url, given, query, variables);
  open.push(listening);
  return listening;
};
const tell = (...accountIds: string[]) =>
  transaction(api.database, (tx) => api.get(Notifications).notify(tx, accountIds, { event: 'ROLE_GRANTED' }));
const unread = (count: number) => ({ notificationAdded: { unread: count } });

describe('what is left to read', () => {
  test('is told at once, then when it changes, whichever process changed it', async () => {
    const here = subscribe(api.url, headers);
    const there = subscribe(elsewhere, headers);
    await Promise.all([here.came(1), there.came(1)]);
    await tell(me);
    expect(await here.came(2)).toEqual([unread(0), unread(1)]);
    expect(await there.came(2)).toEqual([unread(0), unread(1)]);
    const [{ id }] = await api.database.query<[{ id: string }]>(
      'SELECT id FROM notification WHERE account_id = $1',
      [me],
    );
    await api.graphql(`mutation { markNotificationRead(id: "${id}") { unread } }`, {}, { headers });
    expect(await there.came(3)).toEqual([unread(0), unread(1), unread(0)]);
  });

  test('of others is never told', async () => {
    const mine = subscribe(api.url, headers);
    await mine.came(1);
    const other = await anAccount(api);
    await tell(other.id);
    await tell(me);
    expect((await mine.came(2))[1]).toEqual(unread(1));
  });

  test('is one question to the database, however many listen when everybody is told', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => anAccount(api)));
    const listening: Listening[] = [];
    for (const { id } of people) listening.push(subscribe(api.url, (await aSession(api, id)).headers));
    await Promise.all(listening.map(({ came }) => came(1)));
    const statements = await statementsDuring(api.database, async () => {
      await transaction(api.database, (tx) =>
        api
          .get(Notifications)
          .notifyAll(tx, { event: 'ROLE_GRANTED' }, 'SELECT unnest($4::uuid[]) AS account_id', [
            people.map(({ id }) => id),
          ]),
      );
      await Promise.all(listening.map(({ came }) => came(2)));
    });
    expect(statements.filter((sql) => sql.includes('count(*)'))).toHaveLength(1);
  });

  test('ceases to be counted for whoever leaves', async () => {
    const mine = subscribe(api.url, headers);
    await mine.came(1);
    await mine.stop();
    expect(await mine.ended).toBe('complete');
  });
});

describe('within five seconds, in every process, it ends', () => {
  const SOON = 5_000;
  async function endsAfter(change: () => Promise<unknown>) {
    const [here, there] = [subscribe(api.url, headers), subscribe(elsewhere, headers)];
    await Promise.all([here.came(1), there.came(1)]);
    const began = Date.now();
    await change();
    expect(await Promise.all([here.ended, there.ended])).toEqual([SESSION_ENDED, SESSION_ENDED]);
    expect(Date.now() - began).toBeLessThan(SOON);
  }

  test('when I sign out', () => endsAfter(() => api.graphql('mutation { signOut }', {}, { headers })));

  test('when my rights change', () =>
    endsAfter(async () => {
      const admin = await aSession(api, (await anAccount(api, { grants: ['admin'] })).id);
      await api.graphql(
        `mutation { suspendAccount(accountId: "${me}", reason: "Pour cette raison") { __typename } }`,
        {},
        admin,
      );
    }));

  test('when my session is deleted without a word', () =>
    endsAfter(() => api.database.query('DELETE FROM session WHERE account_id = $1', [me])));

  test('when my session has been left too long', () =>
    endsAfter(() =>
      api.database.query(
        "UPDATE session SET last_seen_at = now() - interval '13 hours' WHERE account_id = $1",
        [me],
      ),
    ));
});

describe('a socket is refused', () => {
  test.each([
    ['from another site’s page', '/graphql', { origin: 'https://ailleurs.test' }, 403],
    ['from a page without a name', '/graphql', { origin: 'null' }, 403],
    [
      'from a site whose name begins like ours',
      '/graphql',
      { origin: 'http://localhost:3000.ailleurs.test' },
      403,
    ],
    ['elsewhere', '/autre', {}, 404],
    ['under the path', '/graphql/autre', {}, 404],
  ])('%s', async (_, path, given, status) => {
    expect(await upgradeStatus(api.url, path, { ...headers, ...given })).toBe(status);
  });

  test('beyond eight of a session, and let in again when one closes', async () => {
    const sockets = Array.from(
      { length: 8 },
      () => new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers }),
    );
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
    expect(await upgradeStatus(api.url, '/graphql', headers)).toBe(429);
    const other = await aSession(api, me);
    expect(await upgradeStatus(api.url, '/graphql', other.headers)).toBe(101);
    const closed = new Promise((resolve) => sockets[0]?.once('close', resolve));
    sockets[0]?.close();
    await closed;
    expect(await upgradeStatus(api.url, '/graphql', headers)).toBe(101);
    for (const socket of sockets) socket.terminate();
  });
});

describe('a subscription is refused', () => {
  const deep = `subscription { notificationAdded ${'{ a '.repeat(14)}${'}'.repeat(14)} }`;
  const aliases = Array.from({ length: 40 }, (_, i) => `a${String(i)}: notificationAdded { unread }`).join(
    ' ',
  );
  const usual = 'subscription { notificationAdded { unread } }';
  test.each([
    { what: 'a query', query: '{ me { id } }' },
    { what: 'a mutation', query: 'mutation { signOut }' },
    { what: 'nonsense', query: 'subscription {' },
    { what: 'an unknown field', query: 'subscription { nothing }' },
    { what: 'too deep', query: deep },
    { what: 'too long', query: `subscription { notificationAdded { ${'unread '.repeat(4_000)} } }` },
    { what: 'too many aliases', query: `subscription { ${aliases} }` },
    {
      what: 'two at once',
      query: 'subscription { notificationAdded { unread } b: notificationAdded { unread } }',
    },
    {
      what: 'a variable it needs and has not',
      query: `subscription ($a: Boolean!) { notificationAdded { unread @skip(if: $a) } }`,
    },
    { what: 'text no database keeps', query: usual, variables: { a: 'x\0' } },
  ])('$what', async ({ query, variables }) => {
    expect(await subscribe(api.url, headers, query, variables).ended).toBe('BAD_INPUT');
  });

  test('to a visitor, and to a cookie that opens nothing', async () => {
    expect(await subscribe(api.url, {}).ended).toBe('UNAUTHENTICATED');
    expect(await subscribe(api.url, { cookie: 'preau-session=rien' }).ended).toBe('UNAUTHENTICATED');
  });

  test('as a field that suggests nothing', async () => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    await new Promise((resolve) => socket.once('open', resolve));
    const answers: string[] = [];
    const { promise, resolve } = Promise.withResolvers<unknown>();
    socket.on('message', (data: Buffer) => {
      answers.push(data.toString());
      if (answers.length === 1)
        socket.send(
          JSON.stringify({
            id: '1',
            type: 'subscribe',
            payload: { query: 'subscription { notificationAddedd { unread } }' },
          }),
        );
      else resolve(null);
    });
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await promise;
    socket.terminate();
    expect(answers[1]).toContain('Cannot query field');
    expect(answers[1]).not.toContain('Did you mean');
  });
});
