import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Runner } from 'graphile-worker';
import { audit, createLogger, Jobs, transaction } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { PersonalDataSources } from './personal-data-sources';
import { PrepareData } from './prepare-data.service';
import { unzip } from './test-unzip';

const ASK = 'mutation { exportMyData { id state done total createdAt expiresAt bytes } }';
const STATE = '{ myDataExport { id state done total createdAt expiresAt bytes } }';

interface Progress {
  id: string;
  state: string;
  done: number;
  total: number;
  expiresAt: string | null;
  bytes: number | null;
}
type Person = Awaited<ReturnType<typeof person>>;

let api: TestApi;
let me: Person;
let somebodyElse: Person;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  me = await person('Dominique Petit', 'Pour animer la réunion de Béthune');
  somebodyElse = await person('Quelqu’un d’autre', 'Un motif qui ne regarde personne');
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM data_export');
  await api.database.query('DELETE FROM graphile_worker._private_jobs');
});

async function person(displayName: string, reason: string) {
  const { id, email } = await anAccount(api, { displayName, grants: ['moderator'] });
  await api.database.query('UPDATE role_grant SET reason = $2 WHERE account_id = $1', [id, reason]);
  const { id: sessionId, headers } = await aSession(api, id);
  return { id, email, displayName, sessionId, headers };
}

const ask = async ({ headers }: Person = me) => {
  const answer = await api.graphql<{ exportMyData: Progress }>(ASK, {}, { headers });
  return answer.data!.exportMyData;
};
const progress = async ({ headers }: Person = me) =>
  (await api.graphql<{ myDataExport: Progress | null }>(STATE, {}, { headers })).data!.myDataExport;
const download = (id: string, headers: Record<string, string> = me.headers, method = 'GET') =>
  fetch(`${api.url}/exports/my-data/${id}/mes-donnees.zip`, { method, headers });
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
const filesOf = async (answer: Response) => unzip(Buffer.from(await answer.arrayBuffer()));

async function ready(whose: Person = me) {
  const { id } = await ask(whose);
  await api.get(PrepareData).prepare(id);
  return id;
}

describe('preparing', () => {
  test('is the worker’s: it goes from nothing to everything', async () => {
    const worker: Runner = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
    const complete = once(worker.events, 'job:complete');
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'PREPARING', done: 0, expiresAt: null, bytes: null });
    expect(asked.total).toBeGreaterThanOrEqual(4);
    await complete;
    await worker.stop();
    const prepared = await progress();
    expect(prepared).toMatchObject({ id: asked.id, state: 'READY', done: asked.total });
    expect(prepared!.bytes).toBeGreaterThan(100);
    const days = (Date.parse(prepared!.expiresAt!) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
  });

  test('asked for twice, or by many at once, is done once', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set([first!.id]));
    const jobs = await api.database.query<unknown[]>('SELECT id FROM graphile_worker._private_jobs');
    expect(jobs).toHaveLength(1);
  });

  test('asked for again once it is ready, makes a new one in its place', async () => {
    const first = await ready();
    const second = await ready();
    expect(second).not.toBe(first);
    expect((await download(first)).status).toBe(404);
    expect((await download(second)).status).toBe(200);
  });

  test('done twice at the same time writes each piece once', async () => {
    const { id, total } = await ask();
    await Promise.all([api.get(PrepareData).prepare(id), api.get(PrepareData).prepare(id)]);
    await api.get(PrepareData).prepare(id);
    expect(await progress()).toMatchObject({ state: 'READY', done: total });
    expect((await filesOf(await download(id))).size).toBe(2 * total + 1);
  });

  test('that stops half way goes on where it stopped, even when its job is lost', async () => {
    const sources = api.get(PersonalDataSources);
    const runs = { before: 0, broken: 0 };
    const source = (name: 'before' | 'broken', work: () => void) => ({
      name,
      about: 'un essai.',
      columns: ['valeur'],
      async *rows() {
        await Promise.resolve();
        runs[name] += 1;
        work();
        yield { valeur: '=1+1' };
      },
    });
    sources.add(
      source('before', () => undefined),
      source('broken', () => {
        if (runs.broken === 1) throw new Error('killed');
      }),
    );
    try {
      const { id, total } = await ask();
      await expect(api.get(PrepareData).prepare(id)).rejects.toThrow('killed');
      expect(await progress()).toMatchObject({ state: 'PREPARING', done: total - 1 });
      expect((await download(id)).status).toBe(404);
      await api.database.query("UPDATE data_export SET created_at = created_at - interval '11 minutes'");
      await api.get(PrepareData).tidy(new Date());
      expect(await progress()).toMatchObject({ state: 'READY', done: total });
      // Once for each of the two files, not again after the failure.
      expect(runs).toEqual({ before: 2, broken: 3 });
      const files = await filesOf(await download(id));
      expect(files.get('before.csv')).toBe("\ufeffvaleur\r\n'=1+1\r\n");
      expect(JSON.parse(files.get('before.json')!)).toEqual([{ valeur: '=1+1' }]);
    } finally {
      sources.byAccount.splice(-2);
    }
  });
});

describe('the file', () => {
  test('holds what is known of me, as JSON and as CSV, and nothing of anybody else', async () => {
    await transaction(api.database, async (tx) => {
      const as = (whose: Person) =>
        ({ kind: 'account', accountId: whose.id, sessionId: whose.sessionId, grants: [] }) as const;
      await audit(tx, as(me), {
        action: 'exports.download',
        object: 'questionnaire:1',
        details: { rows: 3 },
      });
      await audit(tx, as(somebodyElse), {
        action: 'rights.grant',
        object: `account:${me.id}`,
        details: { to: 'x' },
      });
      await audit(tx, as(somebodyElse), { action: 'exports.secret', object: 'questionnaire:2' });
    });
    await api.database.query(
      "INSERT INTO provider_identity (provider, subject, account_id) VALUES ('demonstration', 'moi-chez-eux', $1)",
      [me.id],
    );
    await api.database.query(
      `INSERT INTO outgoing_mail (kind, account_id, recipient, subject, body)
       SELECT 'digest', a.id, a.email, 'Pour ' || a.display_name, '{"blocks": []}' FROM account a`,
    );
    const answer = await download(await ready());
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="preau-mes-donnees-\d{4}-\d\d-\d\d\.zip"$/,
    );
    const files = await filesOf(answer);
    const json = (name: string) => JSON.parse(files.get(`${name}.json`)!) as Record<string, unknown>[];
    expect(json('compte')).toEqual([
      expect.objectContaining({
        identifiant: me.id,
        'adresse électronique': me.email,
        'nom affiché': 'Dominique Petit',
        'suppression prévue le': null,
      }),
    ]);
    expect(json('roles')).toEqual([
      expect.objectContaining({ rôle: 'moderator', motif: 'Pour animer la réunion de Béthune' }),
    ]);
    expect(json('sessions')).toHaveLength(1);
    expect(json('connexions')).toMatchObject([
      { service: 'demonstration', 'identifiant chez lui': 'moi-chez-eux' },
    ]);
    expect(json('courriels')).toMatchObject([{ objet: 'Pour Dominique Petit', état: 'queued' }]);
    expect(json('journal')).toEqual([
      expect.objectContaining({ action: 'exports.download', 'par moi': true, détails: { rows: 3 } }),
      expect.objectContaining({ action: 'rights.grant', 'par moi': false, détails: null }),
    ]);
    const [head, line] = files.get('compte.csv')!.split('\r\n');
    expect(head).toMatch(/^\ufeffidentifiant;adresse électronique;nom affiché;/);
    expect(line).toContain(`${me.id};${me.email};Dominique Petit;non;`);
    const all = [...files.values()].join();
    for (const foreign of [
      somebodyElse.id,
      somebodyElse.email,
      somebodyElse.displayName,
      'ne regarde personne',
      'secret',
    ]) {
      expect(all).not.toContain(foreign);
    }
    const named = [...files.keys()].filter((name) => name.endsWith('.csv'));
    for (const name of named) expect(files.get('LISEZ-MOI.txt')).toContain(name.replace('.csv', ' : '));
  });

  test('holds what only a session can find, read when it is sent', async () => {
    const sources = api.get(PersonalDataSources);
    sources.addForSession({
      name: 'secrets',
      about: 'un essai.',
      columns: ['session'],
      async *rowsOf({ sessionId }) {
        await Promise.resolve();
        yield { session: sessionId };
      },
    });
    try {
      const files = await filesOf(await download(await ready()));
      expect(JSON.parse(files.get('secrets.json')!)).toEqual([{ session: me.sessionId }]);
      expect(files.get('secrets.csv')).toBe(`\ufeffsession\r\n${me.sessionId}\r\n`);
      const kept = await api.database.query<unknown[]>(
        "SELECT 1 FROM data_export_piece WHERE file LIKE 'secrets%'",
      );
      expect(kept).toEqual([]);
    } finally {
      sources.bySession.pop();
    }
  });

  test('may be long: it comes whole, in pieces of bounded size', async () => {
    const sources = api.get(PersonalDataSources);
    const ROWS = 20_000;
    sources.add({
      name: 'longue',
      about: 'un essai.',
      columns: ['rang', 'texte'],
      async *rows() {
        await Promise.resolve();
        for (let rang = 0; rang < ROWS; rang += 1)
          yield { rang, texte: 'Une ligne assez longue; "entre guillemets"' };
      },
    });
    try {
      const files = await filesOf(await download(await ready()));
      const rows = JSON.parse(files.get('longue.json')!) as { rang: number }[];
      expect([rows.length, rows.at(-1)!.rang]).toEqual([ROWS, ROWS - 1]);
      expect(files.get('longue.csv')!.split('\r\n')).toHaveLength(ROWS + 2);
      const [largest] = await api.database.query<{ bytes: number; pieces: number }[]>(
        'SELECT max(length(content)) AS bytes, count(*)::int AS pieces FROM data_export_piece',
      );
      expect(largest!.bytes).toBeLessThan(70_000);
      expect(largest!.pieces).toBeGreaterThan(30);
    } finally {
      sources.byAccount.pop();
    }
  });

  test('is announced without being sent', async () => {
    const answer = await download(await ready(), me.headers, 'HEAD');
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });
});

describe('nobody else', () => {
  test('downloads it: another account, a visitor', async () => {
    const id = await ready();
    const foreign = await download(id, somebodyElse.headers);
    expect([foreign.status, await codeOf(foreign)]).toEqual([404, 'NOT_FOUND']);
    const visitor = await download(id, {});
    expect([visitor.status, await codeOf(visitor)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await progress(somebodyElse)).toBeNull();
  });

  test('asks for it without being signed in', async () => {
    for (const document of [ASK, STATE]) {
      expect((await api.graphql(document)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test.each(['x', '00000000-0000-0000-0000-000000000000', "'; DROP TABLE account", '..%2f..%2fetc%2fpasswd'])(
    'finds one under %s',
    async (id) => {
      expect((await download(encodeURIComponent(id))).status).toBe(404);
    },
  );
});

test('after seven days it is gone, and its pieces with it', async () => {
  const id = await ready();
  await api.database.query("UPDATE data_export SET expires_at = now() - interval '1 second'");
  const answer = await download(id);
  expect([answer.status, await codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
  expect(await progress()).toBeNull();
  await api.get(PrepareData).tidy(new Date());
  expect(await api.database.query('SELECT 1 FROM data_export_piece')).toEqual([]);
});
