import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConnectionRequest } from '@preau/identity-domain';
import { verifyAuditChain } from '@preau/shared-api';
import { anAccount, startTestApi, type TestAccount, type TestApi } from '@preau/testing';
import { DataSource } from 'typeorm';
import { IdentityApiModule } from '../identity-api.module';
import { noteConnections } from './connection-records';
import { exportConnections } from './export-connections';
import { ForgetConnections } from './forget-connections';

let api: TestApi;
let owner: DataSource;
let administrator: TestAccount;
let author: TestAccount;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  owner = await new DataSource({ type: 'postgres', url: api.databaseUrls.ownerUrl }).initialize();
  administrator = await anAccount(api, { grants: ['admin'] });
});
afterAll(async () => {
  await owner.destroy();
  await api.close();
});
beforeEach(async () => {
  author = await anAccount(api);
});

const DAY = { from: '2026-11-20', to: '2026-11-20' };
const at = async (time: string, { accountId = author.id, mailId = null as string | null } = {}) => {
  const objectId = randomUUID();
  const from = { address: '192.0.2.1', port: 4711, mailId };
  await noteConnections(api.database.manager, [{ kind: 'REPLY', objectId, accountId, from }]);
  await owner.query('UPDATE connection_record SET at = $2 WHERE object_id = $1', [objectId, time]);
  return objectId;
};
const take = (request: Partial<ConnectionRequest>, email = administrator.email) =>
  exportConnections(
    owner,
    { reference: 'TJ Paris 26/1234', objects: [], account: null, ...DAY, ...request },
    { email, machineAccount: 'root' },
  );
const lastEntry = async () => {
  const [entry] = await api.database.query<Record<string, unknown>[]>(
    'SELECT account_id AS by, action, details FROM audit_entry ORDER BY rank DESC LIMIT 1',
  );
  return entry;
};

describe('records taken out for a legal request', () => {
  test('are those of the account between two days of Paris, once the log says so', async () => {
    await at('2026-11-19 22:59:59.999Z');
    const first = await at('2026-11-19 23:00:00Z');
    const last = await at('2026-11-20 22:59:59.5Z', { mailId: '=1+1@mail.example' });
    await at('2026-11-20 23:00:00Z');
    await at('2026-11-20 12:00:00Z', { accountId: randomUUID() });
    const lines = [
      'date (UTC);opération;objet;compte;adresse IP;port;courriel',
      `2026-11-19T23:00:00.000000Z;REPLY;${first};${author.id};192.0.2.1;4711;`,
      `2026-11-20T22:59:59.500000Z;REPLY;${last};${author.id};192.0.2.1;4711;'=1+1@mail.example`,
      '',
    ];
    const csv = `\ufeff${lines.join('\r\n')}`;
    for (const account of [author.id, author.email.toUpperCase()])
      expect(await take({ account })).toEqual({ count: 2, csv });
    expect(await lastEntry()).toEqual({
      by: administrator.id,
      action: 'connections.export',
      details: {
        reference: 'TJ Paris 26/1234',
        rows: 2,
        ...DAY,
        account: author.id,
        objects: [],
        machineAccount: 'root',
      },
    });
    expect((await verifyAuditChain(api.database)).broken).toEqual([]);
  });

  test('are those of what was published', async () => {
    const [one] = [await at('2026-11-20 12:00:00Z'), await at('2026-11-20 12:00:00Z')];
    expect(await take({ objects: [one] })).toMatchObject({ count: 1, csv: expect.stringContaining(one) });
  });

  test('are still those of an account that was deleted', async () => {
    await at('2026-11-20 12:00:00Z');
    await api.database.query('UPDATE account SET deleted_at = now(), email = NULL WHERE id = $1', [
      author.id,
    ]);
    expect(await take({ account: author.id })).toMatchObject({ count: 1 });
  });

  test('finding nothing is written down too', async () => {
    expect(await take({ account: author.id, reference: ' Sans suite ' })).toMatchObject({ count: 0 });
    expect(await lastEntry()).toMatchObject({ details: { reference: 'Sans suite', rows: 0 } });
  });

  test('without a reference, by somebody else than an administrator, of nobody: refused', async () => {
    const before = await lastEntry();
    const former = await anAccount(api, { grants: ['admin'] });
    await api.database.query(
      "UPDATE role_grant SET ends_at = now() - interval '1 second' WHERE account_id = $1",
      [former.id],
    );
    expect(await take({ account: author.id, reference: ' ' })).toBe('REFERENCE');
    expect(await take({})).toBe('NOTHING_NAMED');
    expect(await take({ account: author.id, from: '2026-11-21' })).toBe('PERIOD');
    expect(await take({ account: 'nobody@preau.test' })).toBe('UNKNOWN_ACCOUNT');
    for (const { email } of [author, former])
      expect(await take({ account: author.id }, email)).toBe('UNKNOWN_ADMINISTRATOR');
    expect(await lastEntry()).toEqual(before);
  });

  test('are not given when the log cannot be written', async () => {
    const refuse = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`;
    await owner.query(refuse);
    await owner.query('CREATE TRIGGER refuse BEFORE INSERT ON audit_entry EXECUTE FUNCTION refuse()');
    try {
      await expect(take({ account: author.id })).rejects.toThrow('no');
    } finally {
      await owner.query('DROP TRIGGER refuse ON audit_entry');
    }
  });
});

test('the night deletes what is older than a year, and nobody less than that', async () => {
  const kept = await at(new Date(Date.now() - 364 * 86_400_000).toISOString());
  const old = await at(new Date(Date.now() - 366 * 86_400_000).toISOString());
  expect(await api.get(ForgetConnections).forgetOld()).toEqual({ deleted: 1 });
  expect(
    await owner.query('SELECT object_id AS id FROM connection_record WHERE object_id = ANY($1)', [
      [kept, old],
    ]),
  ).toEqual([{ id: kept }]);
  for (const days of ['364', '-1', 'NULL'])
    await expect(api.database.query(`SELECT forget_connection_records(${days})`)).rejects.toThrow(
      'kept a year',
    );
});
