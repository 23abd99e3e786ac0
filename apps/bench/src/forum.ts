import { spawnSync } from 'node:child_process';
import type { Context, Figure } from './context.ts';
import { getPath, postBody } from './documents.ts';
import { atLeast, atMost } from './figures.ts';
import { benchWriting } from './forum-writing.ts';
import { httpRequest, load, type Answer, type Measure } from './load-client.ts';
import { spending } from './processes.ts';

const CLIENTS = 8;
const TOPICS = 2_000;
const POSTS = 100_000;
const LONG = 10_000;

/** Reading and writing in a debate of 2,000 topics, of which one is long. */
export async function benchForum(context: Context): Promise<Figure[]> {
  const { long, others, middle } = await targets(context);
  await context.owner.query('VACUUM (ANALYZE)').catch(() => undefined);
  const page = { id: long, first: 50 };
  const uncached = (variables: object) => httpRequest('POST', '/graphql', postBody('topic', variables));
  const read = async (request: Buffer, requests: number) => {
    const run = (times: number) =>
      load({ port: context.port, clients: CLIENTS, requests: times, request: () => request, check: fine });
    await run(requests / 10);
    const { result, servers } = await spending(context.servers, requests, () => run(requests));
    return { ...result, servers };
  };
  const cached = await read(httpRequest('GET', getPath('topic', page)), 20_000);
  // One after the other, twice: a machine that slows down meanwhile slows both.
  const [first, inMiddle, again, inMiddleAgain] = [
    await read(uncached(page), 3_000),
    await read(uncached({ ...page, after: middle }), 3_000),
    await read(uncached(page), 3_000),
    await read(uncached({ ...page, after: middle }), 3_000),
  ];
  const list = await read(
    httpRequest('POST', '/graphql', postBody('topics', { consultation: context.consultation })),
    3_000,
  );
  const rate = (a: Measure, b: Measure) => (a.perSecond + b.perSecond) / 2;
  const ratio = rate(inMiddle, inMiddleAgain) / rate(first, again);
  return [
    atLeast('topic pages per second, cached', cached.perSecond, 3_000),
    atLeast('topic pages per second, no cache', rate(first, again), 500),
    atMost('topic page p95, no cache, ms', Math.max(first.p95, again.p95), 50),
    ...again.servers.map(({ name, ms }) => ({ name: `  CPU of a page: ${name}, ms`, value: ms })),
    { name: 'middle of a topic of 10,000 messages, pages per second', value: rate(inMiddle, inMiddleAgain) },
    atLeast('  over the first page', ratio, 0.95),
    { name: 'lists of topics per second, no cache', value: list.perSecond },
    ...(await benchWriting(context, long, others)),
  ];
}

function generate() {
  const size = ['--topics', TOPICS, '--posts', POSTS, '--long', LONG].map(String);
  const generated = spawnSync(process.execPath, ['dist/api/generate.js', ...size], { stdio: 'inherit' });
  if (generated.status !== 0) throw new Error('La création du débat a échoué.');
}

const fine = ({ status, body }: Answer) => {
  const head = body.toString('utf8', 0, 200);
  if (status !== 200 || !head.startsWith('{"data":{"') || head.includes('":null}'))
    throw new Error(`${status} ${head}`);
};

/** The topics of the debate, the longest first; made up now when they are not there. */
export async function topicsByLength({ owner }: Context): Promise<string[]> {
  generate();
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM topic ORDER BY post_count DESC, id');
  return rows.map(({ id }) => id);
}

/** The long topic, the cursor of its middle, and the others. */
async function targets(context: Context) {
  const { owner, port } = context;
  const [long = '', ...others] = await topicsByLength(context);
  const found = await owner.query<{ id: string }>(
    `SELECT id FROM post WHERE parent_id = $1 ORDER BY created_at, id
     OFFSET (SELECT count(*) / 2 FROM post WHERE parent_id = $1) LIMIT 1`,
    [long],
  );
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: postBody('topic', { id: long, first: 1, from: found.rows[0]?.id }),
  });
  const { data } = (await response.json()) as {
    data: { topic: { posts: { pageInfo: { endCursor: string } } } };
  };
  return { long, others, middle: data.topic.posts.pageInfo.endCursor };
}
