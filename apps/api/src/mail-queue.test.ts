import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Runner } from 'graphile-worker';
import { createLogger, Jobs, MailQueue, paragraph, transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { FakeSmtp, type Mood } from './fake-smtp';

const SIX_HOURS = 6 * 3_600;
const ADMIN = { accountId: '01939f6e-0000-7000-8000-00000000000a', roles: ['admin'] as const };
const smtp = new FakeSmtp();
let api: TestApi;
let worker: Runner;

beforeAll(async () => {
  const url = await smtp.back();
  api = await startTestApi([], { settings: { MAIL_URL: `${url}?socketTimeout=1000` } });
  worker = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
});
afterAll(async () => {
  await worker.stop();
  await api.close();
  await smtp.away();
});
beforeEach(async () => {
  smtp.mood = 'takes';
  smtp.taken.length = 0;
  await api.database.query('DELETE FROM outgoing_mail');
  await api.database.query('DELETE FROM graphile_worker._private_jobs');
});

const mailTo = (to: string) => ({
  kind: 'test',
  accountId: null,
  to,
  subject: 'Objet',
  body: { blocks: [paragraph(`Pour ${to}.`)] },
  unsubscribe: 'https://preau.test/desabonnement?jeton=x',
});
const post = (...addresses: string[]) =>
  transaction(api.database, (tx) => api.get(MailQueue).post(tx, addresses.map(mailTo)));

interface Row {
  recipient: string | null;
  body: object | null;
  state: string;
  tries: number;
  last_error: string | null;
}
const waiting = () =>
  api.database.query<object[]>('SELECT * FROM graphile_worker._private_jobs WHERE locked_by IS NULL');
const rows = () => api.database.query<Row[]>('SELECT * FROM outgoing_mail ORDER BY recipient');

/** Waits until `count` jobs have been carried out from now on. */
async function carriedOut(count: number, cause: () => Promise<unknown>) {
  let left = count;
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const look = () => {
    left -= 1;
    if (left === 0) resolve(null);
  };
  worker.events.on('job:complete', look);
  await cause();
  await promise;
  worker.events.off('job:complete', look);
  await released();
}

/** A job says that it is done a moment before its row is free for the next try. */
async function released(): Promise<void> {
  const locked = 'SELECT FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL';
  while ((await api.database.query<object[]>(locked)).length > 0)
    await new Promise((resolve) => setImmediate(resolve));
}

/** Moves time on to when the waiting mails are due again; returns how many seconds that was. */
async function waitForNextTry(): Promise<number> {
  const pauses = await api.database.query<{ pause: string }[]>(
    `SELECT extract(epoch FROM run_at - now()) AS pause FROM graphile_worker.jobs WHERE task_identifier = 'mail.send' AND locked_by IS NULL`,
  );
  await carriedOut(pauses.length, async () => {
    await api.database.query(
      'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_by IS NULL',
    );
    await api.database.query(`SELECT pg_notify('jobs:insert', $1)`, [
      `{"r":0.5,"count":${String(pauses.length)}}`,
    ]);
  });
  return Math.max(...pauses.map(({ pause }) => Number(pause)));
}

test('a mail goes out once its transaction commits, and what it said is forgotten', async () => {
  await carriedOut(1, () => post('une@preau.test'));
  expect(smtp.taken).toMatchObject([{ to: 'une@preau.test' }]);
  expect(smtp.taken[0]?.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(await rows()).toMatchObject([{ state: 'sent', recipient: null, body: null, unsubscribe: null }]);
});

test('a transaction that fails sends nothing', async () => {
  await expect(
    transaction(api.database, async (tx) => {
      await api.get(MailQueue).post(tx, [mailTo('une@preau.test')]);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(await rows()).toEqual([]);
  expect(await waiting()).toEqual([]);
});

test('forty mails are queued by two statements', async () => {
  const addresses = Array.from({ length: 40 }, (_, index) => `a${String(index)}@preau.test`);
  const statements = await statementsDuring(api.database, () => carriedOut(40, () => post(...addresses)));
  expect(statements.filter((sql) => /INSERT INTO outgoing_mail|add_jobs/.test(sql))).toHaveLength(2);
  expect(new Set(smtp.taken.map(({ to }) => to)).size).toBe(40);
});

test('the queue holds no address and no word, only ids', async () => {
  await smtp.away();
  await carriedOut(1, () => post('secrete@preau.test'));
  const jobs = await waiting();
  expect(jobs).toHaveLength(1);
  expect(JSON.stringify(jobs)).not.toContain('secrete');
  await smtp.back();
  await waitForNextTry();
});

describe('six hours without a mail server', () => {
  const failures: Mood[] = ['busy', 'never answers', 'hangs up'];

  test('lose nothing and double nothing, however it fails', async () => {
    const addresses = ['a', 'b', 'c', 'd'].map((name) => `${name}@preau.test`);
    await smtp.away();
    await carriedOut(4, () => post(...addresses));
    let seconds = 0;
    let tries = 1;
    while (seconds < SIX_HOURS) {
      const mood = failures[tries % 4];
      if (mood) {
        smtp.mood = mood;
        await smtp.back();
      }
      seconds += await waitForNextTry();
      if (mood) await smtp.away();
      tries += 1;
    }
    expect(await rows()).toMatchObject(addresses.map((recipient) => ({ recipient, state: 'queued', tries })));
    // From half a minute to half an hour: soon at first, then without pressing a server that starts again.
    expect(tries).toBeGreaterThan(15);
    expect(tries).toBeLessThan(25);
    expect(smtp.taken).toEqual([]);

    smtp.mood = 'takes';
    await smtp.back();
    await waitForNextTry();
    expect(smtp.taken.map(({ to }) => to).toSorted()).toEqual(addresses);
    expect(new Set(smtp.taken.map(({ messageId }) => messageId)).size).toBe(4);
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(await waiting()).toEqual([]);
  });

  test('end after three days in a dead letter', async () => {
    smtp.mood = 'busy';
    await carriedOut(1, () => post('une@preau.test'));
    await api.database.query('UPDATE outgoing_mail SET tries = 148');
    expect(await waitForNextTry()).toBeLessThan(31);
    expect(await rows()).toMatchObject([{ state: 'queued', tries: 149 }]);
    expect(await waitForNextTry()).toBeGreaterThan(1_700);
    expect(await rows()).toMatchObject([{ state: 'dead', tries: 150, recipient: 'une@preau.test' }]);
  });
});

test('killed between the server’s « taken » and writing it down, the same message goes out again', async () => {
  await carriedOut(1, () => post('une@preau.test'));
  // What a kill leaves: the row still queued, its job still there.
  await api.database.query(
    `UPDATE outgoing_mail SET state = 'queued', recipient = 'une@preau.test', body = '{"blocks":[]}'`,
  );
  await carriedOut(1, () =>
    transaction(api.database, async (tx) => {
      const [{ id }] = await tx.query<[{ id: string }]>('SELECT id FROM outgoing_mail');
      await api.get(Jobs).add(tx, 'mail.send', { mailId: id });
    }),
  );
  const [first, second] = smtp.taken;
  expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  expect(second?.messageId).toBe(first?.messageId);
});

test('a job carried out twice sends once', async () => {
  await carriedOut(1, () => post('une@preau.test'));
  const [{ id }] = await api.database.query<[{ id: string }]>('SELECT id FROM outgoing_mail');
  await carriedOut(1, () =>
    transaction(api.database, (tx) => api.get(Jobs).add(tx, 'mail.send', { mailId: id })),
  );
  expect(smtp.taken).toHaveLength(1);
});

describe('a dead letter', () => {
  const DEAD = `query ($first: Int, $after: ID) { deadMails(first: $first, after: $after) {
    totalCount edges { cursor node { id kind recipient subject tries lastError } } pageInfo { hasNextPage endCursor } } }`;
  const RETRY = `mutation ($id: ID!) { retryMail(id: $id) {
    __typename ... on MailRetried { mailId } ... on RetryMailRefused { code } } }`;
  interface DeadAnswer {
    deadMails: {
      totalCount: number;
      edges: { cursor: string; node: { id: string; recipient: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const dead = async (variables = {}) =>
    (await api.graphql<DeadAnswer>(DEAD, variables, { as: ADMIN })).data!.deadMails;
  const retry = (id: string) => api.graphql(RETRY, { id }, { as: ADMIN });

  test.each<[Mood, RegExp]>([
    ['no such address', /550 Boîte inconnue/],
    ['refuses', /554 Contenu refusé/],
  ])('is what a server refuses for good, at once (%s)', async (mood, error) => {
    smtp.mood = mood;
    await carriedOut(1, () => post('une@preau.test'));
    expect(await rows()).toMatchObject([
      { state: 'dead', tries: 1, last_error: expect.stringMatching(error) },
    ]);
    expect(await waiting()).toEqual([]);
  });

  test('is what has no address of one person', async () => {
    await carriedOut(1, () => post('une@preau.test, autre@preau.test'));
    expect(await rows()).toMatchObject([{ state: 'dead' }]);
    expect(smtp.taken).toEqual([]);
  });

  test('is listed by pages, and counted', async () => {
    smtp.mood = 'no such address';
    for (const name of ['a', 'b', 'c']) await carriedOut(1, () => post(`${name}@preau.test`));
    const first = await dead({ first: 2 });
    expect(first).toMatchObject({
      totalCount: 3,
      edges: [
        { node: { kind: 'test', recipient: 'c@preau.test', subject: 'Objet', tries: 1 } },
        { node: { recipient: 'b@preau.test' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const second = await dead({ first: 2, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node.recipient)).toEqual(['a@preau.test']);
    const { data } = await api.graphql(
      '{ mailFigures { queued failing dead sentInDay asOf } }',
      {},
      { as: ADMIN },
    );
    expect(data?.['mailFigures']).toMatchObject({ queued: 0, failing: 0, dead: 3, sentInDay: 0 });
  });

  test('is tried again when an administrator says so, once, and that is written down', async () => {
    smtp.mood = 'no such address';
    await carriedOut(1, () => post('une@preau.test'));
    const id = (await dead()).edges[0]!.node.id;
    smtp.mood = 'takes';
    await carriedOut(1, async () => {
      expect((await retry(id)).data).toEqual({ retryMail: { __typename: 'MailRetried', mailId: id } });
    });
    expect(smtp.taken).toMatchObject([{ to: 'une@preau.test', messageId: `<${id}@localhost>` }]);
    expect((await retry(id)).data).toEqual({
      retryMail: { __typename: 'RetryMailRefused', code: 'NOT_DEAD' },
    });
    expect(await api.database.query(`SELECT object FROM audit_entry WHERE action = 'mail.retry'`)).toEqual([
      { object: `mail:${id}` },
    ]);
  });

  test.each(['x', '', '01939f6e-0000-7000-8000-000000000000'])(
    'that does not exist (%j) is not found',
    async (id) => {
      expect((await retry(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    },
  );

  test.each([{ first: 0 }, { first: 101 }, { after: 'x' }])('%j is no page', async (variables) => {
    const { errors } = await api.graphql(DEAD, variables, { as: ADMIN });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test.each([
    ['a visitor', undefined, 'UNAUTHENTICATED'],
    ['staff', { accountId: ADMIN.accountId, roles: ['staff'] as const }, 'NOT_FOUND'],
  ])('is nothing to %s', async (_, as, code) => {
    for (const document of [DEAD, '{ mailFigures { dead } }']) {
      const { errors } = await api.graphql(document, {}, as ? { as } : {});
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
    const { errors } = await api.graphql(RETRY, { id: ADMIN.accountId }, as ? { as } : {});
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});

test('rows of sent mails are kept for thirty days', async () => {
  await carriedOut(2, () => post('a@preau.test', 'b@preau.test'));
  await api.database.query(
    `UPDATE outgoing_mail SET tried_at = now() - interval '31 days' WHERE id = (SELECT min(id::text)::uuid FROM outgoing_mail)`,
  );
  await carriedOut(1, () => transaction(api.database, (tx) => api.get(Jobs).add(tx, 'mail.forget', {})));
  expect(await rows()).toHaveLength(1);
});
