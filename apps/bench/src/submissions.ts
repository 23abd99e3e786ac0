import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Context, Figure } from './context.ts';
import { postBody } from './documents.ts';
import { httpRequest, load, percentiles } from './load-client.ts';
import { spending } from './processes.ts';

const CLIENTS = 32;
const SUBMISSIONS = 20_000;
const WARM_UP = 2_000;

type Sample = {
  version: number;
  answers: unknown;
  skipped: string[];
  role: string;
  academie: string;
  level: string;
};

/** Full submissions, acknowledged one by one, then looked for one by one; beside them a bare insert of the same rows. */
export async function benchSubmissions(context: Context): Promise<Figure[]> {
  const samples = await sampleAnswers(context);
  const acknowledged = new Set<string>();
  const request = (index: number) => {
    const { version, answers } = samples[index % samples.length] as Sample;
    const input = {
      id: randomUUID(),
      questionnaireId: context.questionnaireId,
      version,
      answers,
      deviceToken: randomUUID(),
    };
    return httpRequest('POST', '/graphql', postBody('submit', { input }));
  };
  const check = ({ status, body }: { status: number; body: Buffer }) => {
    const code = /"code":"([0-9A-Z-]{23})"/.exec(body.toString('latin1'))?.[1];
    if (status !== 200 || !code) throw new Error(`refused: ${status} ${body.toString('utf8', 0, 300)}`);
    acknowledged.add(code);
  };
  await load({ port: context.port, clients: CLIENTS, requests: WARM_UP, request, check });

  acknowledged.clear();
  const before = await count(context);
  const spent = await spending(context.servers, SUBMISSIONS, async () => {
    const sent = await load({ port: context.port, clients: CLIENTS, requests: SUBMISSIONS, request, check });
    await talliesCaughtUp(context);
    return sent;
  });
  const { result: measure, total: cpu } = spent;
  const kept = (await count(context)) - before;
  const bare = await bareInsert(context, samples);
  return [
    {
      name: 'submissions per second',
      value: measure.perSecond,
      target: '≥ 1000',
      ok: measure.perSecond >= 1_000,
    },
    { name: 'submission p95, ms', value: measure.p95, target: '≤ 60', ok: measure.p95 <= 60 },
    {
      name: 'submissions lost',
      value: acknowledged.size - kept,
      target: '0',
      ok: acknowledged.size === kept,
    },
    { name: 'submissions doubled', value: kept - SUBMISSIONS, target: '0', ok: kept === SUBMISSIONS },
    {
      name: 'server CPU per submission (API, worker, PostgreSQL), ms',
      value: cpu,
      target: '≤ 1.5',
      ok: cpu <= 1.5,
    },
    ...spent.servers.map(({ name, ms }) => ({ name: `  of which ${name}, ms`, value: ms })),
    { name: 'CPU of the load itself per submission, ms', value: spent.load },
    { name: 'bare prepared inserts of the same rows per second', value: bare.perSecond },
    { name: 'bare prepared insert p95, ms', value: bare.p95 },
    { name: 'submissions / bare inserts', value: measure.perSecond / bare.perSecond },
  ];
}

async function sampleAnswers({ owner, questionnaireId }: Context): Promise<Sample[]> {
  const { rows } = await owner.query<Sample>(
    'SELECT version, answers, skipped, role, academie, level FROM response WHERE questionnaire_id = $1 ORDER BY id LIMIT 5000',
    [questionnaireId],
  );
  return rows;
}

async function count({ owner, questionnaireId }: Context): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM response WHERE questionnaire_id = $1',
    [questionnaireId],
  );
  return rows[0]?.n ?? 0;
}

/** The tally job's own work belongs to the cost of a submission: wait until it has done it. */
async function talliesCaughtUp({ owner }: Context): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const { rows } = await owner.query<{ waits: boolean }>(
      'SELECT EXISTS (SELECT FROM response_pending) AS waits',
    );
    if (!rows[0]?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the tally job did not catch up in a minute');
}

/** What PostgreSQL alone does with the same rows: one prepared insert a transaction, as many connections. */
async function bareInsert({ owner, ownerUrl, questionnaireId }: Context, samples: Sample[]) {
  await owner.query('DROP TABLE IF EXISTS bench_insert');
  await owner.query('CREATE TABLE bench_insert (LIKE response INCLUDING INDEXES)');
  const text =
    'INSERT INTO bench_insert (id, questionnaire_id, version, answers, skipped, day, channel, role, academie, level) VALUES ($1, $2, $3, $4, $5, current_date, $6, $7, $8, $9)';
  const rows = samples.map((sample) => ({ ...sample, answers: JSON.stringify(sample.answers) }));
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      return client;
    }),
  );
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let index = next++; index < SUBMISSIONS; index = next++) {
        const row = rows[index % rows.length] as (typeof rows)[number];
        const start = performance.now();
        await client.query({
          name: 'bare',
          text,
          values: [
            randomUUID(),
            questionnaireId,
            row.version,
            row.answers,
            row.skipped,
            'web',
            row.role,
            row.academie,
            row.level,
          ],
        });
        times.push(performance.now() - start);
      }
    }),
  );
  const perSecond = SUBMISSIONS / ((performance.now() - began) / 1_000);
  await Promise.all(clients.map((client) => client.end()));
  await owner.query('DROP TABLE bench_insert');
  return { perSecond, ...percentiles(times) };
}
