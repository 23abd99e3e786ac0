import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { Jobs, MailQueue, transaction } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { NotificationsApiModule } from '../notifications-api.module';
import { Notifications } from '../notices/notifications.service';
import { aConsultation, carryOut, queuedMails } from '../test/test-data';
import { Digests } from './digests.service';

/** A Sunday, nine o'clock in Paris. */
const MORNING = new Date('2026-11-22T08:00:00Z');
const NIGHT = new Date('2026-11-22T03:00:00Z');

let api: TestApi;
let consultation: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, NotificationsApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
  consultation = await aConsultation(api, 'avis');
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM account');
  for (const table of ['digest_run', 'outgoing_mail', 'graphile_worker._private_jobs'])
    await api.database.query(`DELETE FROM ${table}`);
});

type Event = Parameters<Notifications['notify']>[2]['event'];
const tell = (accountIds: string[], event: Event = 'CONSULTATION_OPENED') =>
  transaction(api.database, (tx) =>
    api.get(Notifications).notify(tx, accountIds, {
      event,
      ...(event.startsWith('CONSULTATION') ? { object: `consultation:${consultation}` } : {}),
    }),
  );
const prefer = (accountId: string, kind: string, frequency: string) =>
  api.database.query('INSERT INTO notification_preference VALUES ($1, $2, $3)', [accountId, kind, frequency]);
const limitTo = (accountId: string, perWeek: number) =>
  api.database.query('INSERT INTO mail_limit VALUES ($1, $2)', [accountId, perWeek]);
const plan = async (now = MORNING) => {
  await api.get(Digests).plan(now);
  await carryOut(api);
};
const person = async (name: string) => (await anAccount(api, { email: `${name}@preau.test` })).id;
const mailedTo = async () => (await queuedMails(api)).map(({ recipient, kind }) => [recipient, kind]);

describe('what is mailed, when', () => {
  test('a daily digest in the morning, weekly once a week, nothing to who wants none', async () => {
    const [daily, weekly, none] = [await person('daily'), await person('weekly'), await person('none')];
    await prefer(weekly, 'CONSULTATION', 'WEEKLY');
    await prefer(none, 'CONSULTATION', 'NONE');
    await tell([daily, weekly, none]);
    await plan(NIGHT);
    expect(await mailedTo()).toEqual([]);
    await plan();
    expect(await mailedTo()).toEqual([
      ['daily@preau.test', 'notifications.DAILY'],
      ['weekly@preau.test', 'notifications.WEEKLY'],
    ]);
    await tell([daily, weekly, none]);
    await plan(new Date('2026-11-23T08:00:00Z'));
    expect((await mailedTo()).slice(-2)).toEqual([
      ['weekly@preau.test', 'notifications.WEEKLY'],
      ['weekly@preau.test', 'notifications.WEEKLY'],
    ]);
    expect(await mailedTo()).toHaveLength(4);
  });

  test('once a day, however often the hour is asked', async () => {
    await tell([await person('une')]);
    await plan();
    await plan(new Date('2026-11-22T20:00:00Z'));
    expect(await mailedTo()).toHaveLength(1);
  });

  test('on a day without news, nothing', async () => {
    await person('une');
    await plan();
    expect(await mailedTo()).toEqual([]);
  });

  test('nothing that was read on the site before', async () => {
    const id = await person('une');
    await tell([id]);
    await api.database.query('UPDATE notification SET read_at = now()');
    await plan();
    expect(await mailedTo()).toEqual([]);
  });

  test('what is wanted at once, at once; several that wait, in one mail', async () => {
    const id = await person('une');
    await prefer(id, 'CONSULTATION', 'IMMEDIATE');
    await tell([id]);
    await tell([id], 'CONSULTATION_CLOSING');
    await carryOut(api);
    const [mail, ...others] = await queuedMails(api);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('2 nouvelles de ce que vous suivez sur Préau');
    expect(mail?.body.blocks.find(({ kind }) => kind === 'list')?.items).toEqual([
      {
        text: 'La concertation «\u00a0Titre avis\u00a0» est ouverte\u00a0: vous pouvez y répondre.',
        url: 'http://localhost:3000/concertations/avis',
      },
      {
        text: 'La concertation «\u00a0Titre avis\u00a0» ferme dans une semaine au plus.',
        url: 'http://localhost:3000/concertations/avis',
      },
    ]);
    await tell([id], 'CONSULTATION_CLOSED');
    await carryOut(api);
    expect(await mailedTo()).toHaveLength(2);
  });

  test('what a digest of two kinds ends is its pace; of one, its kind', async () => {
    const [one, two] = [await person('one'), await person('two')];
    await prefer(two, 'RESULTS', 'DAILY');
    await tell([one, two]);
    await tell([two], 'CONSULTATION_REPORTED');
    await plan();
    const scopes = (await queuedMails(api)).map(({ unsubscribe }) => unsubscribe?.split('.')[1]);
    expect(scopes).toEqual(['CONSULTATION', 'DAILY']);
  });

  test('a long absence is thirty items and a number', async () => {
    const id = await person('une');
    for (let index = 0; index < 35; index += 1) await tell([id]);
    await plan();
    const [{ body, subject }] = (await queuedMails(api)) as [Awaited<ReturnType<typeof queuedMails>>[0]];
    expect(subject).toBe('Préau aujourd’hui\u00a0: 35 nouvelles');
    expect(body.blocks.find(({ kind }) => kind === 'list')?.items).toHaveLength(30);
    expect(body.blocks.map(({ text }) => text)).toContain('Et 5 de plus, à lire sur le site.');
  });

  test.each(['deleted_at = now()', 'suspended_at = now()', 'email = NULL'])(
    'nothing to an account with %s',
    async (state) => {
      await tell([await person('une')]);
      await api.database.query(`UPDATE account SET ${state}`);
      await plan();
      expect(await mailedTo()).toEqual([]);
    },
  );
});

describe('service mails', () => {
  test('go at once, whatever was chosen, and have no way out', async () => {
    const id = await person('une');
    await prefer(id, 'CONSULTATION', 'NONE');
    await limitTo(id, 1);
    await api.database.query('UPDATE account SET suspended_at = now()');
    for (const event of ['ACCOUNT_SUSPENDED', 'ROLE_REVOKED'] as const) {
      await tell([id], event);
      await carryOut(api);
    }
    const mails = await queuedMails(api);
    expect(mails.map(({ kind, unsubscribe }) => [kind, unsubscribe])).toEqual([
      ['notifications.SERVICE', null],
      ['notifications.SERVICE', null],
    ]);
    expect(mails.map(({ subject }) => subject)).toContain('Votre compte a été suspendu.');
  });
});

describe('the weekly limit', () => {
  test('holds back what is beyond it, which goes once the week has passed', async () => {
    const id = await person('une');
    await prefer(id, 'CONSULTATION', 'IMMEDIATE');
    await limitTo(id, 2);
    for (let index = 0; index < 4; index += 1) {
      await tell([id]);
      await carryOut(api);
    }
    expect(await mailedTo()).toHaveLength(2);
    await api.database.query("UPDATE notification_mail SET created_at = created_at - interval '7 days'");
    await plan(NIGHT);
    const mails = await queuedMails(api);
    expect(mails).toHaveLength(3);
    expect(mails.at(-1)?.subject).toBe('2 nouvelles de ce que vous suivez sur Préau');
  });

  test('counts mails of every pace, service mails not', async () => {
    const id = await person('une');
    await prefer(id, 'RESULTS', 'IMMEDIATE');
    await limitTo(id, 1);
    await tell([id], 'ROLE_GRANTED');
    await carryOut(api);
    await tell([id]);
    await plan();
    await tell([id], 'CONSULTATION_REPORTED');
    await carryOut(api);
    expect((await mailedTo()).map(([, kind]) => kind)).toEqual([
      'notifications.SERVICE',
      'notifications.DAILY',
    ]);
  });
});

describe('how a digest stands', () => {
  const RUNS = `query ($first: Int, $after: ID) { digestRuns(first: $first, after: $after) {
    totalCount edges { node { frequency period total done mailed finishedAt } } pageInfo { hasNextPage endCursor } } }`;

  test('is shown to administrators, the latest first, by pages', async () => {
    await tell([await person('une'), await person('deux')]);
    await plan();
    const { headers } = await aSession(api, (await anAccount(api, { grants: ['admin'] })).id);
    const { data } = await api.graphql<{
      digestRuns: {
        totalCount: number;
        edges: { node: object }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }>(RUNS, { first: 1 }, { headers });
    expect(data?.digestRuns).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const next = await api.graphql<typeof data>(
      RUNS,
      { after: data?.digestRuns.pageInfo.endCursor },
      { headers },
    );
    const nodes = [...data!.digestRuns.edges, ...next.data!.digestRuns.edges].map(({ node }) => node);
    expect(nodes).toEqual([
      {
        frequency: 'WEEKLY',
        period: '2026-W47',
        total: 0,
        done: 0,
        mailed: 0,
        finishedAt: expect.any(String),
      },
      {
        frequency: 'DAILY',
        period: '2026-11-22',
        total: 2,
        done: 2,
        mailed: 2,
        finishedAt: expect.any(String),
      },
    ]);
  });

  test.each([{ first: 0 }, { first: 101 }, { after: 'x' }])('%j is no page', async (variables) => {
    const { headers } = await aSession(api, (await anAccount(api, { grants: ['admin'] })).id);
    const { errors } = await api.graphql(RUNS, variables, { headers });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('is nothing to a visitor or to staff', async () => {
    expect((await api.graphql(RUNS)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { headers } = await aSession(api, (await anAccount(api, { grants: ['staff'] })).id);
    expect((await api.graphql(RUNS, {}, { headers })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('to 50,000 people', () => {
  const PEOPLE = 50_000;
  const QUIET = 5_000;

  beforeEach(async () => {
    await api.database.query(
      `INSERT INTO account (email, display_name) SELECT 'p' || i || '@preau.test', 'P ' || i FROM generate_series(1, $1::int) i`,
      [PEOPLE + QUIET],
    );
    await api.database.query(
      `INSERT INTO notification (account_id, kind, event, object, pace)
       SELECT id, 'CONSULTATION', event, $2, 'DAILY' FROM account, unnest(ARRAY['CONSULTATION_OPENED', 'CONSULTATION_CLOSING']) event
       WHERE substr(email, 2, strpos(email, '@') - 2)::int <= $1`,
      [PEOPLE, `consultation:${consultation}`],
    );
    await api.database.query('ANALYZE account, notification');
  });

  const runOf = async () => {
    const [run] = await api.database.query<
      { id: string; total: number; done: number; mailed: number; finished_at: Date | null }[]
    >(`SELECT * FROM digest_run WHERE frequency = 'DAILY'`);
    return run!;
  };

  test('a digest killed anywhere goes on where it was: each exactly one mail, nobody without news any', async () => {
    const digests = api.get(Digests);
    await digests.plan(MORNING);
    const { id, total } = await runOf();
    expect(total).toBe(PEOPLE);
    for (let batch = 0; batch < 40; batch += 1) await digests.goOn(id);
    expect(await runOf()).toMatchObject({ done: 20_000, mailed: 20_000, finished_at: null });

    // Killed in the middle of a batch, its mails already written: nothing of the batch stays.
    const killed = jest.spyOn(api.get(MailQueue), 'post').mockImplementationOnce(async function (...given) {
      await MailQueue.prototype.post.apply(api.get(MailQueue), given);
      throw new Error('killed');
    });
    await expect(digests.goOn(id)).rejects.toThrow('killed');
    killed.mockRestore();
    expect(await runOf()).toMatchObject({ done: 20_000, mailed: 20_000, finished_at: null });

    // Two processes take it up at once, the job of the killed one and the next: they take turns.
    await Promise.all([digests.goOn(id), digests.goOn(id)]);
    expect(await runOf()).toMatchObject({ done: 21_000, mailed: 21_000 });

    const jobs = jest.spyOn(api.get(Jobs), 'add').mockResolvedValue();
    const perBatch: number[] = [];
    while ((await runOf()).finished_at === null)
      perBatch.push((await statementsDuring(api.database, () => digests.goOn(id))).length);
    jobs.mockRestore();
    // As many statements for every batch of 500 people, the last and empty one but for those that write.
    expect(new Set(perBatch.slice(0, -1)).size).toBe(1);
    expect(perBatch[0]).toBeLessThan(15);
    expect(await runOf()).toMatchObject({ total: PEOPLE, done: PEOPLE, mailed: PEOPLE });

    const [counted] = await api.database.query<object[]>(
      `SELECT count(*)::int AS mails, count(DISTINCT account_id)::int AS people,
         count(*) FILTER (WHERE substr(recipient, 2, strpos(recipient, '@') - 2)::int > $1)::int AS quiet
       FROM outgoing_mail`,
      [PEOPLE],
    );
    expect(counted).toEqual({ mails: PEOPLE, people: PEOPLE, quiet: 0 });
    const [left] = await api.database.query<object[]>(
      'SELECT count(*)::int AS waiting FROM notification WHERE settled_at IS NULL',
    );
    expect(left).toEqual({ waiting: 0 });
    await digests.goOn(id);
    expect(await runOf()).toMatchObject({ done: PEOPLE, mailed: PEOPLE });
  }, 240_000);
});
