import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { audit, transaction } from '@preau/shared-api';
import { anAccount, startTestApi, type TestApi } from '@preau/testing';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { IdentityApiModule } from '../identity-api.module';
import { someone } from '../rights/test-rights';

const LIST = `query ($filter: AuditFilter, $first: Int, $after: ID) {
  auditEntries(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { rank action object objectName accountId accountName details } }
  }
}`;

interface Page {
  auditEntries: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { rank: number; action: string; object: string } }[];
  };
}
type Someone = Awaited<ReturnType<typeof someone>>;

let api: TestApi;
let owner: pg.Client;
let admin: Someone;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  owner = new pg.Client({ connectionString: api.databaseUrls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await api.close();
});
beforeEach(async () => {
  await owner.query('DELETE FROM audit_entry');
  await api.database.query('DELETE FROM account');
  admin = await someone(api, 'admin');
});

const write = (action: string, object: string, details: object = {}, accountId = admin.id) =>
  transaction(api.database, (tx) =>
    audit(
      tx,
      { kind: 'account', accountId, sessionId: randomUUID(), grants: [] },
      { action, object, details },
    ),
  );
const list = async (filter: object | null = null, more: object = {}) =>
  api.graphql<Page>(LIST, { filter, ...more }, { headers: admin.headers });
const ranks = async (filter: object) =>
  (await list(filter)).data?.auditEntries.edges.map(({ node }) => node.rank);

describe('the log', () => {
  test('says who did what, to what, the latest first', async () => {
    const person = await anAccount(api, { displayName: 'Nadia Benali' });
    await write('rights.grant', `account:${person.id}`, { reason: 'Remplace' });
    await write('exports.codebook', 'questionnaire:1', {}, randomUUID());
    const { data } = await list();
    expect(data?.auditEntries).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect(data?.auditEntries.edges.map(({ node }) => node)).toEqual([
      {
        rank: 2,
        action: 'exports.codebook',
        object: 'questionnaire:1',
        objectName: null,
        accountId: expect.any(String),
        accountName: null,
        details: {},
      },
      {
        rank: 1,
        action: 'rights.grant',
        object: `account:${person.id}`,
        objectName: 'Nadia Benali',
        accountId: admin.id,
        accountName: admin.displayName,
        details: { reason: 'Remplace' },
      },
    ]);
  });

  test('is looked through by action, person, object and day in Paris', async () => {
    const person = await anAccount(api);
    await write('rights.grant', 'account:a');
    await write('rights.revoke', 'account:a', {}, person.id);
    await write('rights.grant', 'account:b', {}, person.id);
    // A quarter past eleven in the evening in UTC is the next day in Paris.
    await owner.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await owner.query(`UPDATE audit_entry SET at = '2026-01-14T23:15:00Z' WHERE rank = 1`);
    await owner.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    expect(await ranks({ action: 'rights.grant' })).toEqual([3, 1]);
    expect(await ranks({ account: person.id })).toEqual([3, 2]);
    expect(await ranks({ object: 'account:a' })).toEqual([2, 1]);
    expect(await ranks({ action: 'rights.grant', object: 'account:b', account: person.id })).toEqual([3]);
    expect(await ranks({ from: '2026-01-15', to: '2026-01-15' })).toEqual([1]);
    expect(await ranks({ to: '2026-01-14' })).toEqual([]);
    expect(await ranks({ from: '2026-01-16' })).toEqual([3, 2]);
    const { data } = await api.graphql('{ auditActions }', {}, { headers: admin.headers });
    expect(data).toEqual({ auditActions: ['rights.grant', 'rights.revoke'] });
  });

  test('is paged by cursor, with the total', async () => {
    for (let index = 0; index < 7; index += 1) await write('test.write', `object:${String(index)}`);
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Page | null } = await list(null, { first: 3, after });
      const { edges, pageInfo, totalCount } = data!.auditEntries;
      expect(totalCount).toBe(7);
      seen.push(...edges.map(({ node }) => node.rank));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test.each([
    [{ filter: { account: 'me' } }, 'account'],
    [{ filter: { from: '22/11/2026' } }, 'from'],
    [{ filter: { to: '2026-02-31' } }, 'to'],
    [{ filter: { to: '2026-13-01' } }, 'to'],
    [{ after: '1 OR true' }, 'after'],
    [{ first: 1_000 }, 'éléments'],
  ])('refuses %j', async (variables, words) => {
    const { errors } = await api.graphql(LIST, variables, { headers: admin.headers });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
    expect(errors?.[0]?.message).toContain(words);
  });

  const chain = async () =>
    (await api.graphql('{ auditChain { entries isWhole broken head } }', {}, { headers: admin.headers }))
      .data;

  test('says whether it is whole', async () => {
    for (const object of ['a', 'b', 'c']) await write('test.write', object);
    expect(await chain()).toEqual({
      auditChain: { entries: 3, isWhole: true, broken: [], head: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    await owner.query('DELETE FROM audit_entry WHERE rank = 2');
    expect(await chain()).toMatchObject({ auditChain: { entries: 2, isWhole: false, broken: [3] } });
  });
});

describe('the log as a file', () => {
  const file = (query = '', by: Pick<Someone, 'headers'> = admin, method = 'GET') =>
    fetch(`${api.url}/exports/audit.csv${query}`, { headers: by.headers, method });
  const records = async (response: Response) =>
    parse(await response.text(), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

  test('holds what is asked for, formulas disarmed, and is written down first', async () => {
    const person = await anAccount(api, { displayName: '=1+1' });
    await write('rights.grant', `account:${person.id}`, { reason: 'Des « guillemets » ; "droits"' });
    await write('rights.revoke', 'account:x');
    const response = await file('?action=rights.grant');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="preau-journal-\d{4}-\d\d-\d\d\.csv"$/,
      ),
      'cache-control': 'no-store',
    });
    const bytes = Buffer.from(await response.clone().arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(await records(response)).toEqual([
      {
        rank: '1',
        at: expect.stringMatching(/Z$/),
        account: admin.id,
        account_name: admin.displayName,
        action: 'rights.grant',
        object: `account:${person.id}`,
        object_name: "'=1+1",
        details: JSON.stringify({ reason: 'Des « guillemets » ; "droits"' }),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const [latest] = (await list()).data!.auditEntries.edges;
    expect(latest?.node).toMatchObject({
      action: 'audit.download',
      object: 'audit',
      details: { action: 'rights.grant', dialect: 'fr' },
    });
  });

  test('longer than what is read at once holds every entry, once', async () => {
    await owner.query(
      `INSERT INTO audit_entry (account_id, action, object)
       SELECT $1, 'test.write', 'object:' || n FROM generate_series(1, 2100) AS n`,
      [admin.id],
    );
    const lines = await records(await file('?action=test.write'));
    expect(lines.map(({ rank }) => Number(rank))).toEqual(
      Array.from({ length: 2_100 }, (_, index) => 2_100 - index),
    );
  });

  test('of nothing has its names; asked what it would be, it is not written down', async () => {
    expect(await records(await file('?action=nothing'))).toEqual([]);
    const before = (await list()).data?.auditEntries.totalCount;
    expect((await file('', admin, 'HEAD')).status).toBe(200);
    expect((await list()).data?.auditEntries.totalCount).toBe(before);
  });

  test.each(['?from=hier', '?dialect=tsv', '?account=1'])('is refused for %s', async (query) => {
    expect((await file(query)).status).toBe(400);
  });

  test('is for administrators', async () => {
    expect((await file('', await someone(api, 'staff'))).status).toBe(404);
    expect((await file('', { headers: { cookie: '' } })).status).toBe(401);
  });
});
