import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import type { Context, Figure } from './context.ts';
import { getPath, postBody } from './documents.ts';
import { httpRequest, load, type Answer, type Measure } from './load-client.ts';

const CLIENTS = 32;
const TOPICS = 2_000;
const POSTS = 100_000;
const LONG = 10_000;
const REPLIES = 6_000;

type Writer = { readonly cookie: string };

/** Reading and writing in a debate of 2,000 topics, of which one is long. */
export async function benchForum(context: Context): Promise<Figure[]> {
  const { long, others, middle } = await targets(context);
  await context.owner.query('VACUUM (ANALYZE)').catch(() => undefined);
  const page = { id: long, first: 50 };
  const uncached = (variables: object) => httpRequest('POST', '/graphql', postBody('topic', variables));
  const read = async (request: Buffer, requests: number) => {
    await load({
      port: context.port,
      clients: CLIENTS,
      requests: requests / 10,
      request: () => request,
      check: fine,
    });
    return load({ port: context.port, clients: CLIENTS, requests, request: () => request, check: fine });
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
  const writers = await signInWriters(context);
  const spread = await write(context, writers, (index) => others[(index * 7) % others.length] as string);
  const hot = await write(context, writers, () => long);
  const rate = (a: Measure, b: Measure) => (a.perSecond + b.perSecond) / 2;
  const ratio = rate(inMiddle, inMiddleAgain) / rate(first, again);
  return [
    atLeast('topic pages per second, cached', cached.perSecond, 3_000),
    atLeast('topic pages per second, no cache', rate(first, again), 500),
    atMost('topic page p95, no cache, ms', Math.max(first.p95, again.p95), 50),
    { name: 'middle of a topic of 10,000 messages, pages per second', value: rate(inMiddle, inMiddleAgain) },
    atLeast('  over the first page', ratio, 0.95),
    { name: 'lists of topics per second, no cache', value: list.perSecond },
    atLeast('replies per second', spread.perSecond, 500),
    atMost('reply p95, ms', spread.p95, 80),
    atLeast('replies per second into one topic', hot.perSecond, 250),
    { name: 'reply into one topic p95, ms', value: hot.p95 },
    ...(await counted(context)),
  ];
}

export const atLeast = (name: string, value: number, min: number): Figure => ({
  name,
  value,
  target: `≥ ${min}`,
  ok: value >= min,
});
export const atMost = (name: string, value: number, max: number): Figure => ({
  name,
  value,
  target: `≤ ${max}`,
  ok: value <= max,
});

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

/** People who have been there for a while, each signed in. */
export async function signInWriters({ owner }: Context): Promise<Writer[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT account_id AS id FROM contributor JOIN account ON account.id = account_id
     WHERE email IS NULL AND published >= 3 ORDER BY 1`,
  );
  const sessions = rows.map(({ id }) => {
    const secret = randomBytes(32).toString('base64url');
    return { account: id, secret, hash: createHash('sha256').update(secret).digest('hex') };
  });
  await owner.query(
    `INSERT INTO session (account_id, secret_hash)
     SELECT account, decode(hash, 'hex') FROM json_to_recordset($1) AS s (account uuid, hash text)`,
    [JSON.stringify(sessions)],
  );
  return sessions.map(({ secret }) => ({ cookie: `preau-session=${secret}` }));
}

/** Replies by as many people as there are, no two at once by the same. */
async function write(
  { port }: Context,
  writers: readonly Writer[],
  topicOf: (index: number) => string,
): Promise<Measure> {
  const request = (index: number) => {
    const input = {
      id: randomUUID(),
      topicId: topicOf(index),
      body: `Je le vois aussi dans mon établissement : ${randomUUID()}. ${'Le débit manque, et la formation avec lui. '.repeat(5)}`,
      stance: 'AGREE',
    };
    const { cookie } = writers[index % writers.length] as Writer;
    return httpRequest('POST', '/graphql', postBody('reply', { input }), `Cookie: ${cookie}\r\n`);
  };
  const check = ({ status, body }: Answer) => {
    const text = body.toString('latin1');
    if (status !== 200 || !text.includes('"ReplyPosted"'))
      throw new Error(`refused: ${status} ${text.slice(0, 300)}`);
  };
  await load({ port, clients: CLIENTS, requests: REPLIES / 10, request, check });
  return load({ port, clients: CLIENTS, requests: REPLIES, request, check });
}

/** Counters against recounts, after all of it. */
async function counted({ owner }: Context): Promise<Figure[]> {
  const { rows } = await owner.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM topic t
     WHERE post_count <> (SELECT count(*) FROM post WHERE topic_id = t.id AND depth > 0 AND status = 'PUBLISHED')`,
  );
  const wrong = rows[0]?.wrong ?? -1;
  return [
    { name: 'topics whose counter differs from a recount', value: wrong, target: '0', ok: wrong === 0 },
  ];
}
