import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ResponseWriter } from './response-writer';
import type { NewResponse } from './response.queries';

interface Batch {
  readonly ids: string[];
  readonly answer: () => void;
  readonly fail: (code: string) => void;
}

/** A database that answers when told to. Everything it receives is written. */
function aDatabase() {
  const batches: Batch[] = [];
  const query = ({ values: [json] }: { values: [string] }) =>
    new Promise((resolve, reject) => {
      const ids = (JSON.parse(json) as { id: string }[]).map(({ id }) => id);
      batches.push({
        ids,
        answer: () => {
          resolve({ rows: ids.map((id) => ({ id })) });
        },
        fail: (code) => {
          reject(Object.assign(new Error('refused by the database'), { code }));
        },
      });
    });
  const database = { driver: { master: { query } }, logger: { logQuery: () => undefined } };
  return { batches, writer: new ResponseWriter(database as unknown as DataSource) };
}

function aResponse(device?: string, id: string = randomUUID()): NewResponse {
  return {
    id,
    questionnaireId: randomUUID(),
    version: 1,
    clean: { answers: {}, skipped: [] },
    profile: { role: '_', academie: '_', level: '_' },
    day: '2026-11-22',
    deviceHash: device ? createHash('sha256').update(device).digest() : null,
    draftHash: null,
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('those who come while others are being written go together in the next batch', async () => {
  const { batches, writer } = aDatabase();
  const alone: Promise<boolean>[] = [];
  for (let sent = 0; sent < 4; sent += 1) {
    alone.push(writer.write(aResponse()));
    await turn();
  }
  const others = Array.from({ length: 10 }, () => writer.write(aResponse()));
  await turn();
  expect(batches.map(({ ids }) => ids.length)).toEqual([1, 1, 1, 1]);
  batches[0]?.answer();
  expect(await alone[0]).toBe(true);
  await turn();
  expect(batches.map(({ ids }) => ids.length)).toEqual([1, 1, 1, 1, 10]);
  batches.forEach(({ answer }) => {
    answer();
  });
  expect(await Promise.all([...alone, ...others])).toEqual(Array(14).fill(true));
});

test('nobody is told of a response before the database has answered', async () => {
  const { batches, writer } = aDatabase();
  let isTold = false;
  const told = writer.write(aResponse()).then(() => (isTold = true));
  await turn();
  await turn();
  expect(isTold).toBe(false);
  batches[0]?.answer();
  await told;
});

test('one device, or one id, is never in two batches at work', async () => {
  const { batches, writer } = aDatabase();
  const id = randomUUID();
  const all = [
    writer.write(aResponse('tablet')),
    writer.write(aResponse('tablet')),
    writer.write(aResponse(undefined, id)),
    writer.write(aResponse(undefined, id)),
  ];
  await turn();
  expect(batches.map(({ ids }) => ids.length)).toEqual([2]);
  batches[0]?.answer();
  await Promise.all([all[0], all[2]]);
  await turn();
  expect(batches.map(({ ids }) => ids.length)).toEqual([2, 2]);
  batches[1]?.answer();
  await Promise.all(all);
});

test('one row the database refuses does not take the others with it', async () => {
  const { batches, writer } = aDatabase();
  const all = Array.from({ length: 3 }, () => writer.write(aResponse()));
  const results = Promise.allSettled(all);
  await turn();
  batches[0]?.fail('22P05');
  for (const index of [1, 2, 3]) {
    await turn();
    const batch = batches[index];
    expect(batch?.ids).toHaveLength(1);
    if (index === 2) batch?.fail('22P05');
    else batch?.answer();
  }
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a database that is gone is asked once, not once for each response', async () => {
  const { batches, writer } = aDatabase();
  const results = Promise.allSettled(Array.from({ length: 3 }, () => writer.write(aResponse())));
  await turn();
  batches[0]?.fail('57P01');
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await turn();
  expect(batches).toHaveLength(1);
});
