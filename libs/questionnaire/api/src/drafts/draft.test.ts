import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire, daysFromNow, type TestQuestionnaire } from '../test-data';

let api: TestApi;
let form: TestQuestionnaire;

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule], { settings: { DRAFT_LIMIT: '12' } });
  form = await aQuestionnaire(api);
});
afterAll(() => api.close());

const SAVE = /* GraphQL */ `
  mutation ($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      __typename
      ... on DraftSaved {
        token
        revision
        savedAt
      }
      ... on DraftRefused {
        code
        kept: revision
        limit
      }
    }
  }
`;
const READ = /* GraphQL */ `
  query ($token: String!) {
    draft(token: $token) {
      questionnaireId
      version
      revision
      answers
    }
  }
`;

interface Saved {
  __typename: string;
  token: string;
  revision: number;
  code: string;
  kept: number;
  limit: number;
}

async function save(given: Record<string, unknown>): Promise<Saved> {
  const { data, errors } = await api.graphql<{ saveDraft: Saved }>(SAVE, {
    input: { questionnaireId: form.id, version: 1, answers: { role: 'parent' }, ...given },
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveDraft;
}
const read = async (token: string) =>
  (await api.graphql<{ draft: { answers: unknown; revision: number } | null }>(READ, { token })).data?.draft;

test('is opened again by its link alone, on any device', async () => {
  const { token, revision } = await save({ answers: { role: 'parent', idea: 'à suivre…' } });
  expect(await read(token)).toEqual({
    questionnaireId: form.id,
    version: 1,
    revision,
    answers: { role: 'parent', idea: 'à suivre…' },
  });
  expect(await read(`${token}x`)).toBeNull();
  expect(await read('')).toBeNull();
});

test('is unreadable without its link', async () => {
  await save({ answers: { role: 'parent', idea: 'un secret' } });
  const rows = await api.database.query<{ sealed: Buffer; token_hash: Buffer }[]>('SELECT * FROM draft');
  const everything = Buffer.concat(rows.flatMap((row) => [row.sealed, row.token_hash])).toString('latin1');
  expect(everything).not.toContain('secret');
  expect(everything).not.toContain('parent');
});

test('two devices never overwrite each other', async () => {
  const { token } = await save({});
  const first = await save({ token, revision: 1, answers: { role: 'parent', idea: 'ici' } });
  expect(first).toMatchObject({ __typename: 'DraftSaved', revision: 2 });
  const second = await save({ token, revision: 1, answers: { role: 'parent', idea: 'là' } });
  expect(second).toMatchObject({ code: 'STALE_REVISION', kept: 2 });
  expect(await read(token)).toMatchObject({ answers: { idea: 'ici' } });
});

test('the same save arriving twice is not a conflict', async () => {
  const { token } = await save({});
  const answers = { role: 'parent', idea: 'une fois' };
  await save({ token, revision: 1, answers });
  expect(await save({ token, revision: 1, answers })).toMatchObject({
    __typename: 'DraftSaved',
    revision: 2,
  });
});

test('of twenty parallel saves from one revision exactly one wins', async () => {
  const { token } = await save({});
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => save({ token, revision: 1, answers: { idea: String(index) } })),
  );
  expect(results.filter((one) => one.__typename === 'DraftSaved')).toHaveLength(1);
});

test('is gone once its answers are sent', async () => {
  const { token } = await save({});
  const { data } = await api.graphql<{ submitResponse: { __typename: string } }>(
    'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }',
    {
      input: {
        id: randomUUID(),
        questionnaireId: form.id,
        version: 1,
        answers: { role: 'parent' },
        draftToken: token,
      },
    },
  );
  expect(data?.submitResponse.__typename).toBe('ResponseReceipt');
  expect(await read(token)).toBeNull();
});

test.each([
  ['closed', { opensAt: daysFromNow(-2), closesAt: daysFromNow(-1) }, 'CLOSED'],
  ['not open', { opensAt: daysFromNow(1), closesAt: daysFromNow(2) }, 'NOT_OPEN'],
])('says when the questionnaire is %s', async (_, given, code) => {
  const other = await aQuestionnaire(api, given);
  expect(await save({ questionnaireId: other.id })).toMatchObject({ code });
});

test('says what it does not know', async () => {
  expect(await save({ questionnaireId: randomUUID() })).toMatchObject({ code: 'UNKNOWN_QUESTIONNAIRE' });
  expect(await save({ version: 9 })).toMatchObject({ code: 'UNKNOWN_VERSION' });
  expect(await save({ token: 'gone', revision: 3 })).toMatchObject({ code: 'UNKNOWN_DRAFT' });
});

test('keeps unfinished and odd answers as they are: judging waits for sending', async () => {
  const answers = { role: 42, idea: 'a\u0000b\ud800', ghost: { deep: [null] } };
  const { token } = await save({ answers });
  expect(await read(token)).toMatchObject({ answers: { role: 42, ghost: { deep: [null] } } });
});

test('says how large it may be', async () => {
  expect(await save({ answers: { idea: 'x'.repeat(70_000) } })).toMatchObject({
    code: 'TOO_LARGE',
    limit: 65_536,
  });
  const { errors } = await api.graphql(SAVE, {
    input: { questionnaireId: form.id, version: 1, answers: [1] },
  });
  expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
});

test('says when no more drafts can be kept, and goes on saving those there are', async () => {
  const other = await aQuestionnaire(api);
  const mine = await save({ questionnaireId: other.id });
  await api.database.query(
    `INSERT INTO draft (token_hash, questionnaire_id, version, sealed)
     SELECT sha256(i::text::bytea), $1, 1, '' FROM generate_series(1, 12) AS i`,
    [other.id],
  );
  const fresh = await aQuestionnaire(api);
  await api.database.query('UPDATE draft SET questionnaire_id = $1 WHERE sealed = $2', [
    fresh.id,
    Buffer.alloc(0),
  ]);
  expect(await save({ questionnaireId: fresh.id })).toMatchObject({ code: 'TOO_MANY_DRAFTS', limit: 12 });
  expect(await save({ questionnaireId: other.id, token: mine.token, revision: 1 })).toMatchObject({
    revision: 2,
  });
});
