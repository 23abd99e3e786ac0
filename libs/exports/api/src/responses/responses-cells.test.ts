import { readdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  cleanAnswers,
  columnsOf,
  encodeCell,
  parseDefinition,
  type Column,
  type Definition,
  type GoldenCase,
} from '@preau/questionnaire-domain';
import { startTestApi, type TestApi } from '@preau/testing';
import { ExportsApiModule } from '../exports-api.module';
import { neutralised, neutralisedSql } from '@preau/shared-api';
import { HOSTILE_TEXTS, someResponses } from '../test/test-answers';
import { aQuestionnaire, insertResponses, type TestResponse } from '../test/test-data';
import { fetchFile, parseCsv } from '../test/test-download';
import { twoVersions } from '../test/test-forms';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([ExportsApiModule]);
});
afterAll(() => api.close());

const DIALECTS = { fr: ';', rfc4180: ',' } as const;

/** The cell as the engine says it, written for the dialect: only texts are neutralised, only numbers are localised. */
function expected(column: Column, { clean, version }: TestResponse, dialect: keyof typeof DIALECTS): string {
  const cell = encodeCell(column, clean, version);
  if (typeof cell === 'number') {
    return dialect === 'fr' ? String(cell).replace('.', ',') : String(cell);
  }
  return neutralised(cell);
}

async function expectEveryCell(
  definitions: readonly Definition[],
  responses: readonly TestResponse[],
  dialect: keyof typeof DIALECTS,
) {
  const { id } = await aQuestionnaire(api, definitions);
  await insertResponses(api, id, responses, definitions);
  const file = await fetchFile(api, `${id}/responses.csv?dialect=${dialect}`);
  const [names, ...records] = parseCsv(await file.text(), DIALECTS[dialect]);
  const columns = columnsOf(definitions.map((definition, index) => ({ version: index + 1, definition })));
  expect(names?.slice(4)).toEqual(columns.map(({ name }) => name));
  expect(records).toHaveLength(responses.length);
  const byId = new Map(responses.map((response) => [response.id, response]));
  for (const [response = '', version, day, channel, ...cells] of records) {
    const sent = byId.get(response);
    expect([version, day, channel]).toEqual([String(sent?.version), '2026-11-20', 'web']);
    const named = (values: readonly string[]) => columns.map(({ name }, index) => [name, values[index]]);
    expect(named(cells)).toEqual(named(columns.map((column) => expected(column, sent!, dialect))));
  }
}

describe('every cell equals the reference encoder', () => {
  test.each(['fr', 'rfc4180'] as const)(
    'in two versions with every type of question (%s)',
    async (dialect) => {
      await expectEveryCell(twoVersions, someResponses(twoVersions, 400, dialect.length), dialect);
    },
  );

  test('in either version alone', async () => {
    for (const definition of twoVersions) {
      await expectEveryCell([definition], someResponses([definition], 100, 7), 'fr');
    }
  });

  test('in every golden case', async () => {
    const folder = 'libs/questionnaire/domain/golden/';
    for (const file of readdirSync(folder)) {
      const golden = JSON.parse(readFileSync(folder + file, 'utf8')) as GoldenCase;
      const parsed = parseDefinition(golden.definition);
      if (!parsed.ok || golden.answers === undefined) continue;
      const clean = cleanAnswers(parsed.definition, golden.answers);
      await expectEveryCell([parsed.definition], [{ id: randomUUID(), version: 1, clean }], 'fr');
    }
  });
});

test('a formula is neutralised alike by the database and by the codebook, even where cleaning let it through', async () => {
  const texts = [...HOSTILE_TEXTS, '\u00a0 @x', '   ', '', '=', '-'].filter((text) => !text.includes('\0'));
  const rows = await api.database.query<{ cell: string }[]>(
    `SELECT ${neutralisedSql('t.x')} AS cell FROM unnest($1::text[]) WITH ORDINALITY AS t(x, n) ORDER BY n`,
    [texts],
  );
  expect(rows.map(({ cell }) => cell)).toEqual(texts.map(neutralised));
  expect(neutralised('=1+1')).toBe("'=1+1");
  expect(neutralised(' \u00a0-1')).toBe("' \u00a0-1");
  expect(neutralised('1-1')).toBe('1-1');
});

test('columns with names beyond what PostgreSQL keeps are told apart, and a question may be called "day"', async () => {
  const long = (end: string) => `a${'b'.repeat(38)}${end}`;
  const options = [1, 2].map((end) => ({ code: long(String(end)), label: `Choix ${end}` }));
  const definition: Definition = {
    title: 'Noms',
    sections: [
      {
        code: 's',
        title: 'Noms',
        questions: [
          { code: long('q'), type: 'multiple', label: 'Longs', options },
          { code: 'day', type: 'text', label: 'Jour' },
          { code: 'order', type: 'text', label: 'Mot de SQL' },
        ],
      },
    ],
  };
  const { id } = await aQuestionnaire(api, [definition]);
  const answers = { [long('q')]: [long('2')], day: 'lundi', order: 'oui' };
  const response = { id: randomUUID(), version: 1, clean: { answers, skipped: [] } };
  await insertResponses(api, id, [response], [definition]);
  const file = await fetchFile(api, `${id}/responses.csv`);
  const [names, record] = parseCsv(await file.text(), ';');
  expect(names).toEqual([
    'response',
    'version',
    '_day',
    'channel',
    `${long('q')}__${long('1')}`,
    `${long('q')}__${long('2')}`,
    'day',
    'order',
  ]);
  expect(record?.slice(4)).toEqual(['0', '1', 'lundi', 'oui']);
});
