import { createHash, randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import type { Context, Figure } from './context.ts';
import { documents, postBody } from './documents.ts';
import { httpRequest, load } from './load-client.ts';
import { residentMegabytes } from './processes.ts';
import { topicsByLength } from './forum.ts';
import { signInWriters } from './forum-writing.ts';

const READERS = 10_000;
/** Sockets opened at a time: more would wait in the system's own queue of connections. */
const AT_ONCE = 100;

interface Reader {
  readonly socket: WebSocket;
  /** When news last came, on this process's clock. */
  cameAt: number;
}

/** Ten thousand people read one topic live and do nothing; then somebody writes in it. */
export async function benchLive(context: Context): Promise<Figure[]> {
  const [topicId = ''] = await topicsByLength(context);
  await warmUp(context, topicId);
  const before = residentMegabytes(context.apiPid);
  const readers: Reader[] = [];
  for (let opened = 0; opened < READERS; opened += AT_ONCE)
    readers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => open(context.port, topicId)))));
  await settle();
  const memory = residentMegabytes(context.apiPid) - before;
  const times: number[] = [];
  const writers = await signInWriters(context);
  for (const writer of writers.slice(0, 5))
    times.push(await reachAll(context, topicId, writer.cookie, readers));
  for (const { socket } of readers) socket.terminate();
  const slowest = Math.max(...times);
  return [
    { name: 'live readers', value: readers.length },
    { name: 'memory of the API without them, MB', value: before },
    { name: 'memory for them, MB', value: memory, target: '≤ 150', ok: memory <= 150 },
    { name: '  for each, kB', value: (memory * 1024) / READERS },
    {
      name: 'one message reaches all of them, slowest of five, s',
      value: slowest,
      target: '≤ 2',
      ok: slowest <= 2,
    },
  ];
}

/**
 * The API as it is in service, its code compiled: that is not the readers' memory. A load as heavy as theirs would leave so much
 * free room behind that they would seem to weigh nothing.
 */
async function warmUp({ port }: Context, id: string): Promise<void> {
  const page = httpRequest('POST', '/graphql', postBody('topic', { id, first: 50 }));
  const check = ({ status }: { status: number }) => {
    if (status !== 200) throw new Error(String(status));
  };
  await load({ port, clients: 8, requests: 200, request: () => page, check });
  const passing = await Promise.all(Array.from({ length: 500 }, () => open(port, id)));
  for (const { socket } of passing) socket.terminate();
  await settle();
}

/** What a burst of work leaves behind is collected while nothing happens. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20_000));

/** Opens one socket and subscribes, as a browser does: `graphql-transport-ws`. */
function open(port: number, topicId: string): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    const reader: Reader = { socket, cameAt: 0 };
    socket.on('error', reject);
    socket.on('close', (code) => {
      reject(new Error(`closed: ${code}`));
    });
    socket.on('open', () => {
      socket.send('{"type":"connection_init"}');
    });
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1');
      if (text.includes('"connection_ack"')) {
        socket.send(subscription(topicId));
        resolve(reader);
      } else if (text.includes('"next"')) reader.cameAt = performance.now();
      else if (text.includes('"ping"')) socket.send('{"type":"pong"}');
      else if (text.includes('"error"')) reject(new Error(text));
    });
  });
}

const documentId = `sha256:${createHash('sha256').update(documents.postAdded).digest('hex')}`;
const subscription = (topicId: string) =>
  JSON.stringify({
    id: '1',
    type: 'subscribe',
    payload: { query: '', variables: { topicId }, extensions: { documentId } },
  });

/** Seconds from sending one message to its coming to the last reader. */
async function reachAll({ port }: Context, topicId: string, cookie: string, readers: readonly Reader[]) {
  for (const reader of readers) reader.cameAt = 0;
  const began = performance.now();
  const input = { id: randomUUID(), topicId, body: `Un message pour tout le monde : ${randomUUID()}` };
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: postBody('reply', { input }),
  });
  const text = await answer.text();
  if (!text.includes('ReplyPosted')) throw new Error(text);
  const deadline = began + 30_000;
  while (readers.some(({ cameAt }) => cameAt === 0)) {
    if (performance.now() > deadline)
      throw new Error(`${readers.filter(({ cameAt }) => cameAt === 0).length} heard nothing in 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (Math.max(...readers.map(({ cameAt }) => cameAt)) - began) / 1_000;
}
