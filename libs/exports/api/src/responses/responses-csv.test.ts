import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Definition } from '@preau/questionnaire-domain';
import { startTestApi, type TestActor, type TestApi } from '@preau/testing';
import pg from 'pg';
import { ExportsApiModule } from '../exports-api.module';
import { aQuestionnaire, insertBulk, insertResponses } from '../test/test-data';
import { eventually, fetchFile, openFile, parseCsv, readAll, staff } from '../test/test-download';

const definition: Definition = {
  title: 'Essai',
  sections: [{ code: 's', title: 'Partie', questions: [{ code: 'idea', type: 'longText', label: 'Idée' }] }],
};
const anAnswer = (idea: string) => ({
  id: randomUUID(),
  version: 1,
  clean: { answers: { idea }, skipped: [] },
});
const someone = (...roles: TestActor['roles']): TestActor => ({ accountId: randomUUID(), roles });
const unknown = '00000000-0000-4000-8000-000000000000';

let api: TestApi;
let owner: pg.Client;
/** The API's own role: only it may see what its sessions wait for, and end them. */
let watcher: pg.Client;
let form: { id: string; consultation: string };
let path: string;

beforeAll(async () => {
  api = await startTestApi([ExportsApiModule]);
  owner = new pg.Client({ connectionString: api.databaseUrls.ownerUrl });
  await owner.connect();
  watcher = new pg.Client({ connectionString: api.databaseUrls.apiUrl });
  await watcher.connect();
});
afterAll(async () => {
  await owner.end();
  await watcher.end();
  await api.close();
});
beforeEach(async () => {
  form = await aQuestionnaire(api, [definition]);
  path = `${form.id}/responses.csv`;
});
afterEach(async () => {
  expect(await eventually(sessions, (left) => left.length === 0)).toEqual([]);
});

/** The connections of downloads under way, and what each waits for. */
async function sessions(): Promise<(string | null)[]> {
  const { rows } = await watcher.query<{ wait: string | null }>(
    `SELECT wait_event AS wait FROM pg_stat_activity
     WHERE application_name = 'preau-export' AND datname = current_database()`,
  );
  return rows.map(({ wait }) => wait);
}

interface Entry {
  readonly action: string;
  readonly account: string;
  readonly details: { download?: string; outcome?: string; rows?: number; bytes?: number; dialect?: string };
}

async function auditEntries(): Promise<Entry[]> {
  const { rows } = await owner.query<Entry>(
    'SELECT action, account_id AS account, details FROM audit_entry WHERE object = $1 ORDER BY at, id',
    [`questionnaire:${form.id}`],
  );
  return rows;
}

const bothEntries = () => eventually(auditEntries, (entries) => entries.length === 2);

describe('the file', () => {
  test('says what it is, begins with a byte order mark and the names, and holds the answers', async () => {
    await insertResponses(api, form.id, [anAnswer('Des tablettes ; des "vraies"')], [definition]);
    const file = await fetchFile(api, path);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="preau-${form.consultation}-reponses-${day}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'transfer-encoding': 'chunked',
    });
    expect(file.headers.get('content-encoding')).toBeNull();
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString()).toMatch(
      /^\ufeffresponse;version;day;channel;idea\r\n[0-9a-f-]{36};1;2026-11-20;web;"Des tablettes ; des ""vraies"""\r\n$/,
    );
  });

  test('has commas when asked, and refuses dialects it does not know', async () => {
    await insertResponses(api, form.id, [anAnswer('un, deux; trois')], [definition]);
    const file = await fetchFile(api, `${path}?dialect=rfc4180`);
    expect(parseCsv(await file.text(), ',')[1]?.[4]).toBe('un, deux; trois');
    for (const dialect of ['', 'tsv', 'RFC4180', '__proto__', 'constructor', 'fr&dialect=rfc4180']) {
      const refused = await fetchFile(api, `${path}?dialect=${dialect}`);
      expect([dialect, refused.status]).toEqual([dialect, 400]);
      expect(await refused.text()).toContain('« fr » ou « rfc4180 »');
    }
  });

  test('is in the order of ids, which tells nothing of the order of answers', async () => {
    const answers = Array.from({ length: 40 }, (_, index) => anAnswer(String(index)));
    await insertResponses(api, form.id, answers, [definition]);
    const records = parseCsv(await (await fetchFile(api, path)).text(), ';').slice(1);
    expect(records.map(([id]) => id)).toEqual(answers.map(({ id }) => id).toSorted());
  });

  test.each([-3, -2, -1, 0, 1, 900_000])(
    'holds a line that passes the end of a buffer by %i bytes',
    async (beyond) => {
      const buffer = 128 * 1024;
      const idea = 'x'.repeat(buffer + beyond - `${unknown};1;2026-11-20;web;\r\n`.length);
      await insertResponses(api, form.id, [anAnswer(idea), anAnswer(idea)], [definition]);
      const text = await (await fetchFile(api, path)).text();
      expect(text).toHaveLength('response;version;day;channel;idea\r\n'.length + 2 * (buffer + beyond));
      expect(
        parseCsv(text, ';')
          .slice(1)
          .every((record) => record[4] === idea),
      ).toBe(true);
    },
  );

  test('of a questionnaire without a version or an answer has its names only', async () => {
    const draft = await aQuestionnaire(api, []);
    const file = await fetchFile(api, `${draft.id}/responses.csv`);
    expect(Buffer.from(await file.arrayBuffer()).toString()).toBe('\ufeffresponse;version;day;channel\r\n');
  });

  test('says about how many responses to expect: those tallied, and those waiting to be', async () => {
    const waiting = anAnswer('En attente');
    const amended = anAnswer('Modifiée');
    await insertResponses(api, form.id, [waiting, amended], [definition]);
    await api.database.query(
      `INSERT INTO response_day VALUES ($1, '2026-11-19', 30), ($1, '2026-11-20', 12)`,
      [form.id],
    );
    await api.database.query(
      `INSERT INTO response_pending (response_id, questionnaire_id, counted) VALUES ($1, $3, NULL), ($2, $3, '{}')`,
      [waiting.id, amended.id, form.id],
    );
    expect((await fetchFile(api, path)).headers.get('x-estimated-rows')).toBe('43');
  });

  test('is refused in words when the versions make more columns together than PostgreSQL returns', async () => {
    const wide = (letter: string): Definition => ({
      title: 'Large',
      sections: [
        {
          code: 's',
          title: 'Partie',
          questions: Array.from({ length: 9 }, (_, question) => ({
            code: `${letter}${question}`,
            type: 'multiple' as const,
            label: 'Large',
            options: Array.from({ length: 100 }, (_unused, index) => ({ code: `o${index}`, label: 'Choix' })),
          })),
        },
      ],
    });
    const { id } = await aQuestionnaire(api, [wide('a'), wide('b')]);
    const refused = await fetchFile(api, `${id}/responses.csv`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('1600 colonnes');
    const one = await aQuestionnaire(api, [wide('a')]);
    expect((await fetchFile(api, `${one.id}/responses.csv`)).status).toBe(200);
  });
});

describe('who may have it', () => {
  test.each([
    ['a visitor', null, 401],
    ['a participant', someone('participant'), 404],
    ['a moderator', someone('moderator'), 404],
    ['a coordinator', someone('coordinator'), 404],
    ['staff', someone('staff'), 200],
    ['an administrator', someone('admin'), 200],
  ])('%s', async (_, actor, status) => {
    for (const file of ['responses.csv', 'codebook.csv']) {
      const answer = await fetchFile(api, `${form.id}/${file}`, actor);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch(status === 200 ? 'text/csv' : 'application/json');
    }
    expect(await eventually(auditEntries, ({ length }) => length === (status === 200 ? 3 : 0))).toHaveLength(
      status === 200 ? 3 : 0,
    );
  });

  test.each([unknown, 'not-a-uuid', '%00', "'%20OR%201=1--", '..%2f..%2fetc'])('nobody: %s', async (id) => {
    for (const file of ['responses.csv', 'codebook.csv']) {
      const answer = await fetchFile(api, `${id}/${file}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });
});

describe('the audit', () => {
  test('tells who downloaded what, before and after', async () => {
    await insertResponses(api, form.id, [anAnswer('un'), anAnswer('deux\ntrois')], [definition]);
    const { byteLength } = await (await fetchFile(api, path)).arrayBuffer();
    const [begun, ended] = await bothEntries();
    const download = begun?.details.download;
    expect(begun).toEqual({
      action: 'exports.responses',
      account: staff.accountId,
      details: { download: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown, dialect: 'fr' },
    });
    expect(ended).toEqual({
      action: 'exports.responses.end',
      account: staff.accountId,
      details: { download, outcome: 'complete', rows: 2, bytes: byteLength },
    });
  });

  test('comes before the first byte: without it, nothing is sent', async () => {
    await owner.query('REVOKE INSERT ON audit_entry FROM preau_api');
    try {
      const answer = await fetchFile(api, path);
      expect(answer.status).toBe(500);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
    } finally {
      await owner.query('GRANT INSERT ON audit_entry TO preau_api');
    }
  });

  test('is not needed to ask what a download would be', async () => {
    const answer = await fetchFile(api, path, staff, 'HEAD');
    expect(answer.headers.get('content-disposition')).toContain('reponses');
    expect(await auditEntries()).toEqual([]);
  });
});

describe('a large download', () => {
  test('shows the moment it began, whatever comes in meanwhile', async () => {
    const rows = await insertBulk(api, form.id, 'idea');
    const response = await openFile(api, path);
    await insertResponses(api, form.id, [anAnswer('Trop tard')], [definition]);
    await owner.query(`UPDATE response SET answers = '{"idea":"Changée"}' WHERE questionnaire_id = $1`, [
      form.id,
    ]);
    await owner.query(`INSERT INTO questionnaire_version VALUES ($1, 2, $2)`, [
      form.id,
      JSON.stringify({ ...definition, sections: [] }),
    ]);
    const records = parseCsv(await readAll(response), ';').slice(1);
    expect(records).toHaveLength(rows);
    expect(new Set(records.map((record) => record[4]))).toEqual(new Set(['à'.repeat(5_000)]));
  });

  test('makes PostgreSQL wait for a slow reader instead of filling memory', async () => {
    await insertBulk(api, form.id, 'idea');
    const response = await openFile(api, path);
    expect(await eventually(sessions, ([wait]) => wait === 'ClientWrite')).toEqual(['ClientWrite']);
    response.destroy();
    expect((await bothEntries())[1]?.details.outcome).toBe('aborted');
  });

  test('that its reader leaves ends at once, in the database too', async () => {
    const rows = await insertBulk(api, form.id, 'idea');
    const response = await openFile(api, path);
    response.resume();
    response.once('data', () => response.destroy());
    expect(await eventually(sessions, (left) => left.length === 0)).toEqual([]);
    const [, ended] = await bothEntries();
    expect(ended?.details.outcome).toBe('aborted');
    expect(ended?.details.rows).toBeLessThan(rows);
  });

  test('left while PostgreSQL still prepares it ends at once', async () => {
    await insertResponses(api, form.id, [anAnswer('un')], [definition]);
    await owner.query('BEGIN');
    await owner.query('LOCK TABLE response IN ACCESS EXCLUSIVE MODE');
    try {
      const response = await openFile(api, path);
      expect(await eventually(sessions, ([wait]) => wait === 'relation')).toEqual(['relation']);
      response.destroy();
      expect(await eventually(sessions, (left) => left.length === 0)).toEqual([]);
    } finally {
      await owner.query('ROLLBACK');
    }
    expect((await bothEntries())[1]?.details).toMatchObject({ outcome: 'aborted', rows: 0 });
  });

  test('is cut, not ended, when the database fails midway', async () => {
    await insertBulk(api, form.id, 'idea');
    const response = await openFile(api, path);
    await eventually(sessions, ([wait]) => wait === 'ClientWrite');
    await watcher.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'preau-export' AND datname = current_database()`,
    );
    await expect(readAll(response)).rejects.toThrow('aborted');
    expect((await bothEntries())[1]?.details.outcome).toBe('failed');
  });

  test('is one of three at most; a fourth is told to come back, and may once one has ended', async () => {
    await insertBulk(api, form.id, 'idea');
    const three = await Promise.all([openFile(api, path), openFile(api, path), openFile(api, path)]);
    const fourth = await fetchFile(api, path);
    expect(fourth.status).toBe(429);
    expect(fourth.headers.get('retry-after')).toBe('60');
    expect(await fourth.text()).toContain('3 téléchargements sont déjà en cours');
    for (const response of three) response.destroy();
    const next = await eventually(
      () => fetchFile(api, path, staff, 'HEAD'),
      ({ status }) => status !== 429,
    );
    expect(next.status).toBe(200);
  });
});

test('a process that stops cuts the downloads under way, and their end is recorded', async () => {
  const stopping = await startTestApi([ExportsApiModule]);
  const own = await aQuestionnaire(stopping, [definition]);
  await insertBulk(stopping, own.id, 'idea');
  const response = await openFile(stopping, `${own.id}/responses.csv`);
  const reader = new pg.Client({ connectionString: stopping.databaseUrls.ownerUrl });
  await reader.connect();
  await stopping.app.close();
  await expect(readAll(response)).rejects.toThrow('aborted');
  const { rows } = await reader.query<{ outcome: string }>(
    `SELECT details ->> 'outcome' AS outcome FROM audit_entry WHERE action = 'exports.responses.end'`,
  );
  expect(rows).toEqual([{ outcome: 'aborted' }]);
  await reader.end();
  await stopping.close();
});
