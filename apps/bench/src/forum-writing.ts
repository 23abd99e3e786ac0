import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Context, Figure } from './context.ts';
import { postBody } from './documents.ts';
import { atLeast, atMost } from './figures.ts';
import { httpRequest, load, type Answer } from './load-client.ts';
import { spending } from './processes.ts';

const CLIENTS = 24;
const REPLIES = 6_000;

type Writer = { readonly cookie: string };

/** Replies all over a debate, then all into one topic, with what follows from them: the index and the notifications. */
export async function benchWriting(
  context: Context,
  long: string,
  others: readonly string[],
): Promise<Figure[]> {
  const writers = await signInWriters(context);
  const spread = await write(context, writers, (index) => others[(index * 7) % others.length] as string);
  const hot = await write(context, writers, () => long);
  return [
    atLeast('replies per second', spread.result.perSecond, 500),
    atMost('reply p95, ms', spread.result.p95, 80),
    { name: 'server CPU per reply (API, worker, PostgreSQL), ms', value: spread.total },
    ...spread.servers.map(({ name, ms }) => ({ name: `  of which ${name}, ms`, value: ms })),
    atLeast('replies per second into one topic', hot.result.perSecond, 250),
    { name: 'reply into one topic p95, ms', value: hot.result.p95 },
    ...(await counted(context)),
  ];
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
  { port, servers }: Context,
  writers: readonly Writer[],
  topicOf: (index: number) => string,
) {
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
  return spending(servers, REPLIES, () =>
    load({ port, clients: CLIENTS, requests: REPLIES, request, check }),
  );
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
