import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalKeys } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { DataSource } from 'typeorm';
import { aQuestionnaire } from '../test-data';
import { aPerson } from './test-people';

let api: TestApi;
let owner: DataSource;
beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
  owner = await new DataSource({ type: 'postgres', url: api.databaseUrls.ownerUrl }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await api.close();
});

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, as somebody who stole a copy of the database reads them. */
async function everyRow(): Promise<{ table: string; row: Row }[]> {
  const tables = await owner.query<{ name: string }[]>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const read = tables.map(async ({ name }) =>
    (await owner.query<Row[]>(`SELECT * FROM "${name}"`)).map((row) => ({ table: name, row })),
  );
  return (await Promise.all(read)).flat();
}

const text = (cell: unknown) =>
  Buffer.isBuffer(cell) ? cell.toString('hex') : typeof cell === 'string' ? cell : JSON.stringify(cell ?? '');
const cellsOf = (rows: { row: Row }[]) => rows.flatMap(({ row }) => Object.values(row));

/** What could name somebody: neither a figure, nor a date, nor a word of a list. */
const names = (cells: unknown[]) =>
  cells.map(text).filter((cell) => cell.length >= 16 && !cell.includes('T'));

/** A value, and all that anybody may compute from it alone. */
const derived = (value: string) =>
  [
    value,
    Buffer.from(value, 'hex'),
    value.replaceAll('-', ''),
    Buffer.from(value.replaceAll('-', ''), 'hex'),
  ].flatMap((form) =>
    ['sha256', 'sha512', 'sha1', 'md5'].map((name) => createHash(name).update(form).digest('hex')),
  );

const MUTATE = /* GraphQL */ `
  mutation ($draft: SaveDraftInput!, $response: SubmitResponseInput!) {
    submitResponse(input: $response) {
      ... on ResponseReceipt {
        code
      }
    }
    saveDraft(input: $draft) {
      __typename
    }
  }
`;
const MINE =
  'query ($id: ID!) { myAnswer(questionnaireId: $id) { token receipt { code } draft { revision } } }';
interface Mine {
  myAnswer: { token: string; receipt: { code: string } | null; draft: { revision: number } | null };
}

async function answered() {
  const as = await aPerson(api);
  const [sent, begun] = [await aQuestionnaire(api), await aQuestionnaire(api)];
  const answers = { role: 'teacher', training: 3, idea: `phrase ${randomUUID()}` };
  const { errors } = await api.graphql(
    MUTATE,
    {
      response: { id: randomUUID(), questionnaireId: sent.id, version: 1, answers },
      draft: { questionnaireId: begun.id, version: 1, answers },
    },
    { as },
  );
  expect(errors).toBeUndefined();
  return { as, sent, begun };
}

test('a stolen copy of all tables joins no account to a response or a draft', async () => {
  const { as, sent, begun } = await answered();
  const rows = await everyRow();
  const person = rows.filter(({ row }) => Object.values(row).includes(as.accountId));
  const theirs = rows.filter(
    ({ table, row }) =>
      /response|draft|participation/.test(table) &&
      [sent.id, begun.id].includes(String(row['questionnaire_id'])),
  );
  expect(new Set(person.map(({ table }) => table))).toEqual(new Set(['account', 'personal_key']));
  expect(new Set(theirs.map(({ table }) => table))).toEqual(
    new Set(['response', 'response_pending', 'draft']),
  );

  const known = names(cellsOf(person));
  const sealed = Buffer.from(cellsOf(person).find(Buffer.isBuffer) as Buffer);
  const kept = cellsOf(theirs)
    .map((cell) => text(cell).replaceAll('-', ''))
    .join('\n');
  // The beginning is enough: an id or a key made of a digest keeps part of it.
  const clues = known.flatMap((value) => [value.replaceAll('-', ''), ...derived(value)]);
  for (const clue of clues) expect(kept).not.toContain(clue.slice(0, 12));
  // Whatever the sealed key is cut into, none of it stands beside an answer.
  for (let at = 0; at + 12 <= sealed.length; at += 1) {
    expect(kept).not.toContain(sealed.subarray(at, at + 12).toString('hex'));
  }
});

test('without the server’s key, the sealed key of an account opens nothing', async () => {
  const { as, sent } = await answered();
  const other = await aPerson(api);
  await api.graphql<Mine>(MINE, { id: sent.id }, { as: other });
  // Copied to another account, where whoever copied it is signed in.
  await api.database.query(
    'UPDATE personal_key SET sealed = (SELECT sealed FROM personal_key WHERE account_id = $1) WHERE account_id = $2',
    [as.accountId, other.accountId],
  );
  const { data, errors } = await api.graphql<Mine>(MINE, { id: sent.id }, { as: other });
  expect(data?.myAnswer ?? null).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
});

test('once the key is destroyed, nobody finds the answers again, their author included', async () => {
  const { as, sent, begun } = await answered();
  const before = (await api.graphql<Mine>(MINE, { id: sent.id }, { as })).data!.myAnswer;
  expect(before.receipt).not.toBeNull();
  await transaction(api.database, (tx) => api.get(PersonalKeys).forget(tx, as.accountId));
  for (const { id } of [sent, begun]) {
    const { myAnswer } = (await api.graphql<Mine>(MINE, { id }, { as })).data!;
    expect(myAnswer).toMatchObject({ receipt: null, draft: null });
    expect(myAnswer.token).not.toBe(before.token);
  }
  // The answers themselves stay, and stay counted.
  const kept = await api.database.query<unknown[]>('SELECT 1 FROM response WHERE questionnaire_id = $1', [
    sent.id,
  ]);
  expect(kept).toHaveLength(1);
});

test('a key goes with its account', async () => {
  const { as } = await answered();
  await api.database.query('DELETE FROM account WHERE id = $1', [as.accountId]);
  expect(
    await api.database.query<unknown[]>('SELECT 1 FROM personal_key WHERE account_id = $1', [as.accountId]),
  ).toEqual([]);
});

test('of two devices that need the key first, both get the same', async () => {
  const as = await aPerson(api);
  const { id } = await aQuestionnaire(api);
  const asked = await Promise.all(Array.from({ length: 20 }, () => api.graphql<Mine>(MINE, { id }, { as })));
  expect(new Set(asked.map(({ data }) => data?.myAnswer.token)).size).toBe(1);
});
