import { get, type IncomingMessage } from 'node:http';
import type { TestActor, TestApi } from '@preau/testing';

export const staff: TestActor = { accountId: '00000000-0000-4000-8000-00000000000a', roles: ['staff'] };

const authorization = (actor: TestActor | null): Record<string, string> =>
  actor ? { authorization: `Test ${JSON.stringify(actor)}` } : {};

/** The whole of a small file, or the error in its place. */
export function fetchFile({ url }: TestApi, path: string, as: TestActor | null = staff, method = 'GET') {
  return fetch(`${url}/exports/questionnaires/${path}`, {
    method,
    redirect: 'manual',
    headers: authorization(as),
  });
}

/** A download whose bytes are taken only when the test says so. */
export function openFile(
  { url }: TestApi,
  path: string,
  headers: Record<string, string> = authorization(staff),
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${url}/exports/questionnaires/${path}`, { agent: false, headers }, (response) => {
      response.pause();
      resolve(response);
    }).on('error', reject);
  });
}

/** Reads a download to its end. Rejects when it is cut before. */
export async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** RFC 4180, strictly: the records of a file, its byte order mark left out. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const start = (at += 1);
      while (text[at] !== '"' || text[at + 1] === '"') at += text[at] === '"' ? 2 : 1;
      cell = text.slice(start, at).replaceAll('""', '"');
      at += 1;
    } else {
      const start = at;
      while (text[at] !== delimiter && text[at] !== '\r') {
        if (at >= text.length || text[at] === '\n' || text[at] === '"')
          throw new Error(`bare character at ${at}`);
        at += 1;
      }
      cell = text.slice(start, at);
    }
    record.push(cell);
    if (text[at] === delimiter) at += 1;
    else if (text.startsWith('\r\n', at)) {
      records.push(record);
      record = [];
      at += 2;
    } else throw new Error(`no end of cell at ${at}`);
  }
  return records;
}

/** Asks again until the answer is the one awaited; gives up with the last one after ten seconds. */
export async function eventually<T>(ask: () => Promise<T>, isAwaited: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  let value = await ask();
  while (!isAwaited(value) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    value = await ask();
  }
  return value;
}
