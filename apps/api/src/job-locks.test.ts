import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createLogger, freeDeadLocks, Jobs, showLife, transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';

let api: TestApi;
let other: pg.Client;
beforeAll(async () => {
  api = await startTestApi([]);
  other = new pg.Client({ connectionString: api.databaseUrls.apiUrl });
  await other.connect();
});
afterAll(() => api.close());

const lockedBy = async (worker: string, minutes: number) => {
  await api.database.query('DELETE FROM graphile_worker._private_jobs');
  await transaction(api.database, (tx) => api.get(Jobs).add(tx, 'a.job', {}));
  await api.database.query(
    'UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - make_interval(mins => $2)',
    [worker, minutes],
  );
};
const holder = async () => {
  const [job] = await api.database.query<{ locked_by: string | null }[]>(
    'SELECT locked_by FROM graphile_worker.jobs',
  );
  return job?.locked_by;
};

async function look() {
  const client = new pg.Client({ connectionString: api.databaseUrls.apiUrl });
  await client.connect();
  await freeDeadLocks(client);
  await client.end();
}

test('a job stays with a worker whose process lives, and is freed once it is gone', async () => {
  await lockedBy('pool-alive', 90);
  await showLife(other, ['pool-alive']);
  await showLife(other, ['pool-alive']);
  await look();
  expect(await holder()).toBe('pool-alive');
  await other.end();
  await look();
  expect(await holder()).toBeNull();
});

test('a job just taken is left alone: its worker may not have shown itself yet', async () => {
  await lockedBy('pool-new', 0);
  await look();
  expect(await holder()).toBe('pool-new');
});

test('the job of a killed worker is carried out by the next process', async () => {
  const { promise: carriedOut, resolve } = Promise.withResolvers<unknown>();
  api.get(Jobs).handle('a.job', () => Promise.resolve(resolve(null)));
  await lockedBy('pool-killed', 2);
  const runner = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
  await carriedOut;
  await runner.stop();
});

test('the workers of a process at work show that they live', async () => {
  const { promise: started, resolve: start } = Promise.withResolvers<unknown>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<unknown>();
  api.get(Jobs).handle('a.job', async () => {
    start(null);
    await mayEnd;
  });
  const runner = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
  await transaction(api.database, (tx) => api.get(Jobs).add(tx, 'a.job', {}));
  await started;
  await api.database.query(
    "UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '5 minutes'",
  );
  await look();
  const held = await holder();
  end(null);
  await runner.stop();
  expect(held).toMatch(/^pool-/);
});
