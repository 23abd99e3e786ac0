import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { Notifier, transaction } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { NotificationsApiModule } from '../notifications-api.module';
import { aConsultation } from '../test/test-data';
import { Notifications } from './notifications.service';

const LIST = `query ($first: Int, $after: ID, $unreadOnly: Boolean) {
  unreadNotifications
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    totalCount edges { cursor node { id kind event subject path readAt } } pageInfo { hasNextPage endCursor }
  } }`;
interface Listed {
  unreadNotifications: number;
  notifications: {
    totalCount: number;
    edges: { cursor: string; node: { id: string; event: string; subject: string | null; path: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
type Visitor = { headers: { cookie: string } };

let api: TestApi;
let me: string;
let mine: Visitor;
let consultation: string;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, NotificationsApiModule], { identity: true });
  me = (await anAccount(api)).id;
  mine = await aSession(api, me);
  consultation = await aConsultation(api, 'avis');
});
afterAll(() => api.close());
beforeEach(() => api.database.query('DELETE FROM notification'));

const tell = (accountIds: string[], told: Parameters<Notifications['notify']>[2]) =>
  transaction(api.database, (tx) => api.get(Notifications).notify(tx, accountIds, told));
const opened = () => ({ event: 'CONSULTATION_OPENED' as const, object: `consultation:${consultation}` });
const list = async (variables = {}, { headers } = mine) =>
  (await api.graphql<Listed>(LIST, variables, { headers })).data!;
const change = (mutation: string, { headers } = mine) =>
  api.graphql<Record<string, { unread: number }>>(`mutation { ${mutation} { unread } }`, {}, { headers });

describe('what I was told', () => {
  test('is listed latest first, by what it is about and where', async () => {
    await tell([me], { event: 'ROLE_GRANTED' });
    await tell([me], opened());
    expect(await list()).toMatchObject({
      unreadNotifications: 2,
      notifications: {
        edges: [
          {
            node: {
              kind: 'CONSULTATION',
              event: 'CONSULTATION_OPENED',
              subject: 'Titre avis',
              path: '/concertations/avis',
              readAt: null,
            },
          },
          { node: { kind: 'ACCOUNT', event: 'ROLE_GRANTED', subject: null, path: '/mon-espace' } },
        ],
      },
    });
  });

  test('is paged, ten thousand or three', async () => {
    for (let index = 0; index < 3; index += 1) await tell([me], opened());
    const first = await list({ first: 2 });
    expect(first.notifications.totalCount).toBe(3);
    expect(first.notifications.pageInfo.hasNextPage).toBe(true);
    const second = await list({ first: 2, after: first.notifications.pageInfo.endCursor });
    expect(second.notifications.pageInfo.hasNextPage).toBe(false);
    const ids = [...first.notifications.edges, ...second.notifications.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(3);
  });

  test('takes as many statements for a hundred as for one', async () => {
    const statements = (first: number) => statementsDuring(api.database, () => list({ first }));
    for (let index = 0; index < 11; index += 1) await tell([me], opened());
    await list();
    expect((await statements(10)).length).toBe((await statements(1)).length);
  });

  test('keeps its place when what it is about is gone', async () => {
    const gone = await aConsultation(api, 'passagere');
    await tell([me], { event: 'CONSULTATION_CLOSED', object: `consultation:${gone}` });
    await api.database.query('DELETE FROM consultation WHERE id = $1', [gone]);
    expect((await list()).notifications.edges).toMatchObject([
      { node: { subject: null, path: '/mon-espace' } },
    ]);
  });

  test('is told by domains that stand below, in their own transaction', async () => {
    const notice = { accountIds: [me], event: 'ROLE_REVOKED' };
    await transaction(api.database, (tx) => api.get(Notifier).notify(tx, notice));
    await expect(
      transaction(api.database, async (tx) => {
        await api.get(Notifier).notify(tx, notice);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect((await list()).unreadNotifications).toBe(1);
    await expect(
      transaction(api.database, (tx) =>
        api.get(Notifier).notify(tx, { accountIds: [me], event: 'NONSENSE' }),
      ),
    ).rejects.toThrow('Unknown event');
  });

  test('is not told to whoever deleted their account', async () => {
    const left = await anAccount(api);
    await api.database.query('UPDATE account SET deleted_at = now() WHERE id = $1', [left.id]);
    await tell([left.id, me], opened());
    expect(await api.database.query('SELECT account_id FROM notification')).toEqual([{ account_id: me }]);
  });
});

describe('reading', () => {
  test('marks one, once and for all', async () => {
    await tell([me], opened());
    await tell([me], opened());
    const [{ node }] = (await list()).notifications.edges as [Listed['notifications']['edges'][0]];
    for (let time = 0; time < 2; time += 1) {
      const { data } = await change(`markNotificationRead(id: "${node.id}")`);
      expect(data).toEqual({ markNotificationRead: { unread: 1 } });
    }
    expect((await list({ unreadOnly: true })).notifications.edges).toHaveLength(1);
    expect((await list()).notifications.edges).toHaveLength(2);
  });

  test('marks all that was on the screen, and not what came since', async () => {
    await tell([me], opened());
    await tell([me], opened());
    const [{ node }] = (await list()).notifications.edges as [Listed['notifications']['edges'][0]];
    await tell([me], { event: 'ROLE_GRANTED' });
    for (let time = 0; time < 2; time += 1) {
      const { data } = await change(`markAllNotificationsRead(until: "${node.id}")`);
      expect(data).toEqual({ markAllNotificationsRead: { unread: 1 } });
    }
  });
});

describe('nobody else', () => {
  test('sees mine or marks them', async () => {
    await tell([me], opened());
    const [{ node }] = (await list()).notifications.edges as [Listed['notifications']['edges'][0]];
    const other = await aSession(api, (await anAccount(api, { grants: ['admin'] })).id);
    expect(await list({}, other)).toMatchObject({ unreadNotifications: 0, notifications: { edges: [] } });
    const { errors } = await change(`markNotificationRead(id: "${node.id}")`, other);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await change(`markAllNotificationsRead(until: "${node.id}")`, other);
    expect((await list()).unreadNotifications).toBe(1);
  });

  test.each([
    LIST,
    'mutation { markNotificationRead(id: "x") { unread } }',
    'mutation { markAllNotificationsRead(until: "x") { unread } }',
  ])('without an account: %s', async (document) => {
    expect((await api.graphql(document)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('bad input', () => {
  test.each([{ first: 0 }, { first: 101 }, { after: 'x' }])('%j is no page', async (variables) => {
    const { errors } = await api.graphql(LIST, variables, mine);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test.each([
    ['markNotificationRead(id: "x")', 'NOT_FOUND'],
    ['markNotificationRead(id: "01939f6e-0000-7000-8000-000000000000")', 'NOT_FOUND'],
    ['markAllNotificationsRead(until: "x")', 'BAD_INPUT'],
  ])('%s', async (mutation, code) => {
    expect((await change(mutation)).errors?.[0]?.extensions.code).toBe(code);
  });
});
