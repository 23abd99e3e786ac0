import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { columnsOf } from '@preau/questionnaire-domain';
import { startTestApi, type TestApi } from '@preau/testing';
import { ExportsApiModule } from '../exports-api.module';
import { someResponses } from '../test/test-answers';
import { aQuestionnaire, insertResponses } from '../test/test-data';
import { fetchFile, parseCsv, staff } from '../test/test-download';
import { twoVersions } from '../test/test-forms';

type Line = Record<string, string>;

let api: TestApi;
let form: { id: string; consultation: string };
let file: Response;
let lines: Line[];

const named = ([names = [], ...records]: string[][]): Line[] =>
  records.map((record) => Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])));

beforeAll(async () => {
  api = await startTestApi([ExportsApiModule]);
  form = await aQuestionnaire(api, twoVersions);
  file = await fetchFile(api, `${form.id}/codebook.csv`);
  lines = named(parseCsv(await file.text(), ';'));
});
afterAll(() => api.close());

const columnLine = (column: string) => lines.find((line) => line.line === 'column' && line.column === column);
const valueLines = (column: string) =>
  lines
    .filter((line) => line.line === 'value' && line.column === column)
    .map(({ value, label, versions }) => [value, label, versions]);

test('has a line for every column of the responses, in their order', async () => {
  const responses = await fetchFile(api, `${form.id}/responses.csv`);
  const [names] = parseCsv(await responses.text(), ';');
  expect(lines.filter(({ line }) => line === 'column').map(({ column }) => column)).toEqual(names);
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename="preau-essai-[0-9a-f]{8}-dictionnaire-\d{4}-\d\d-\d\d\.csv"$/,
  );
});

test('says what a column is, in the words of the latest version', () => {
  expect(columnLine('many__a')).toEqual({
    line: 'column',
    column: 'many__a',
    value: '',
    label: 'Plusieurs',
    option: 'Choix a',
    content: '1 si ce choix est pris, 0 sinon',
    question: 'many',
    type: 'multiple',
    section: 'Partie un',
    versions: '1',
    required: '0',
    missing: 'SANS_REPONSE HORS_VERSION',
  });
  expect(columnLine('boxes__row1__b')).toMatchObject({ option: 'Choix row1 — Choix b', versions: '1 2' });
  expect(columnLine('one__other_text')).toMatchObject({ option: 'Autre, précisez', content: 'Texte' });
  expect(columnLine('amount')).toMatchObject({ content: 'Nombre (euros), décimales après « , »' });
  expect(columnLine('added')).toMatchObject({
    section: 'Partie deux',
    missing: 'NON_POSEE SANS_REPONSE HORS_VERSION',
  });
  expect(columnLine('role')).toMatchObject({ required: '1', missing: '' });
});

test('neutralises a label that a spreadsheet would compute', () => {
  expect(columnLine('words')?.label).toBe("'=Mots");
});

describe('the values of a column', () => {
  test('of choices are their codes, with the versions that offer them', () => {
    expect(valueLines('one')).toEqual([
      ['a', 'Choix a', '1 2'],
      ['b', 'Choix b', '1 2'],
      ['c', 'Choix c', '1 2'],
      ['other', 'Autre', '1 2'],
    ]);
    expect(valueLines('grid__row1').map(([value]) => value)).toEqual(['a', 'b', 'c']);
    expect(valueLines('single_to_place').find(([value]) => value === 'b')).toEqual(['b', 'Choix b', '1']);
  });

  test('of a scale are its degrees, with words at both ends', () => {
    expect(valueLines('degree').map(([value, label]) => [value, label])).toEqual([
      ['-2', 'Non'],
      ['-1', ''],
      ['0', ''],
      ['1', ''],
      ['2', 'Oui'],
    ]);
  });

  test('of a territory are its names', () => {
    expect(valueLines('academy')).toContainEqual(['07', 'Dijon', '1 2']);
    expect(valueLines('place')).toContainEqual(['2A', 'Corse-du-Sud', '1 2']);
    expect(valueLines('place__level').map(([value]) => value)).toEqual(['academie', 'departement']);
  });
});

test('every missing kind is explained, and found only in columns that announce it', async () => {
  expect(lines.filter(({ line }) => line === 'missing').map(({ value }) => value)).toEqual([
    'NON_POSEE',
    'SANS_REPONSE',
    'HORS_VERSION',
  ]);
  const responses = someResponses(twoVersions, 300, 3);
  await insertResponses(api, form.id, responses, twoVersions);
  const records = named(parseCsv(await (await fetchFile(api, `${form.id}/responses.csv`)).text(), ';'));
  const columns = columnsOf(twoVersions.map((definition, index) => ({ version: index + 1, definition })));
  for (const { name } of columns) {
    const found = new Set(
      records.map((record) => record[name] ?? '').filter((cell) => /^[A-Z]+_[A-Z]+$/.test(cell)),
    );
    const announced = new Set(columnLine(name)?.missing?.split(' '));
    expect([name, [...found].filter((kind) => !announced.has(kind))]).toEqual([name, []]);
  }
});

test('coded cells hold no code but those listed', async () => {
  const records = named(parseCsv(await (await fetchFile(api, `${form.id}/responses.csv`)).text(), ';'));
  for (const column of ['role', 'one', 'grid__row1', 'degree', 'place', 'place__level', 'academy']) {
    const listed = new Set(valueLines(column).map(([value]) => value));
    const found = new Set(
      records.map((record) => record[column] ?? '').filter((cell) => !/^[A-Z]+_/.test(cell)),
    );
    expect([column, [...found].filter((code) => !listed.has(code))]).toEqual([column, []]);
    expect(found.size).toBeGreaterThan(0);
  }
});

test('its download is audited', async () => {
  const rows = await api.database.query<{ account: string; object: string }[]>(
    `SELECT account_id AS account, object FROM audit_entry WHERE action = 'exports.codebook'`,
  );
  expect(rows).toEqual([{ account: staff.accountId, object: `questionnaire:${form.id}` }]);
});

test('its dialect is as for the responses', async () => {
  const comma = await fetchFile(api, `${form.id}/codebook.csv?dialect=rfc4180`);
  const [amount] = named(parseCsv(await comma.text(), ',')).filter(({ column }) => column === 'amount');
  expect(amount?.content).toBe('Nombre (euros), décimales après « . »');
  expect((await fetchFile(api, `${form.id}/codebook.csv?dialect=xlsx`)).status).toBe(400);
});
