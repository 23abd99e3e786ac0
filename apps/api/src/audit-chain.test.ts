import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { audit, transaction, verifyAuditChain } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { startTestApi, type TestApi } from '@preau/testing';
import pg from 'pg';

const actor: Actor = {
  kind: 'account',
  accountId: randomUUID(),
  sessionId: randomUUID(),
  grants: [],
} as never;

let api: TestApi;
let owner: pg.Client;
beforeAll(async () => {
  api = await startTestApi([]);
  owner = new pg.Client({ connectionString: api.databaseUrls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await api.close();
});
beforeEach(() => owner.query('DELETE FROM audit_entry'));

const write = (object: string, details: object = {}) =>
  transaction(api.database, (tx) => audit(tx, actor, { action: 'test.write', object, details }));
const verify = () => verifyAuditChain(api.database);

test('entries written together from many places make one chain', async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, place) => write(`object:${String(place)}`, { é: [place] })),
  );
  const chain = await verify();
  expect(chain).toMatchObject({ entries: 30, broken: [] });
  expect(chain.head).toMatch(/^[0-9a-f]{64}$/);
});

test('an empty log is whole', async () => {
  expect(await verify()).toEqual({ entries: 0, head: null, broken: [] });
});

test('what was rolled back leaves no gap', async () => {
  await write('first');
  await expect(
    transaction(api.database, async (tx) => {
      await audit(tx, actor, { action: 'test.write', object: 'never' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await write('second');
  expect(await verify()).toMatchObject({ entries: 2, broken: [] });
});

test.each([
  ['changed', "UPDATE audit_entry SET object = 'other' WHERE rank = 2", [2]],
  ['changed in its details', `UPDATE audit_entry SET details = '{"n": 1}' WHERE rank = 3`, [3]],
  ['dated otherwise', "UPDATE audit_entry SET at = at - interval '1 second' WHERE rank = 1", [1]],
  ['removed', 'DELETE FROM audit_entry WHERE rank = 2', [3]],
  ['removed at the beginning', 'DELETE FROM audit_entry WHERE rank = 1', [2]],
  ['put in the place of another', 'UPDATE audit_entry SET rank = -rank WHERE rank = 2', [-2, 1, 3]],
])('an entry %s, by the owner of the table too, shows', async (_, statement, broken) => {
  for (const object of ['a', 'b', 'c', 'd']) await write(object);
  await owner.query(statement);
  expect((await verify()).broken).toEqual(broken);
});

test('nobody chooses the rank, the hash or the time of an entry', async () => {
  await write('first');
  await api.database.query(
    `INSERT INTO audit_entry (account_id, action, object, rank, hash, at) VALUES ($1, 'test.write', 'forged', 77, 'x', '2020-01-01')`,
    [randomUUID()],
  );
  expect(await verify()).toMatchObject({ entries: 2, broken: [] });
  const rows = await api.database.query<{ at: Date }[]>("SELECT at FROM audit_entry WHERE object = 'forged'");
  expect(Date.now() - Number(rows[0]?.at)).toBeLessThan(60_000);
});
