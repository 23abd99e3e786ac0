import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  EndAccounts,
  IdentityApiModule,
  PersonalDataSources,
  PersonalKeys,
  type DataRow,
} from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire, type TestQuestionnaire } from '../test-data';

let api: TestApi;
let answered: TestQuestionnaire;
let other: TestQuestionnaire;
let me: Person;
type Person = Awaited<ReturnType<typeof aPerson>>;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, QuestionnaireApiModule], { identity: true });
});
beforeEach(async () => {
  [answered, other, me] = [await aQuestionnaire(api), await aQuestionnaire(api), await aPerson()];
});
afterAll(() => api.close());

async function aPerson() {
  const { id, email } = await anAccount(api);
  const { id: sessionId, headers } = await aSession(api, id);
  return { id, email, sessionId, headers };
}

interface Answer {
  __typename: string;
  token: string;
  code: string;
  refusal: string;
  isUnlinked: boolean;
}
async function ask(document: string, variables: object, headers: Record<string, string> = me.headers) {
  const { data, errors } = await api.graphql<Record<string, Answer>>(document, { ...variables }, { headers });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0]!;
}
const aSubmission = (form: TestQuestionnaire, idea = 'Des livres') => ({
  input: { id: randomUUID(), questionnaireId: form.id, version: 1, answers: { role: 'parent', idea } },
});
const SUBMIT = `mutation ($input: SubmitResponseInput!) {
  submitResponse(input: $input) { __typename ... on ResponseReceipt { code } ... on ResponseRefused { refusal: code } }
}`;
const send = (form: TestQuestionnaire, headers?: Record<string, string>) =>
  ask(SUBMIT, aSubmission(form), headers);
const save = (form: TestQuestionnaire) =>
  ask(
    `mutation ($input: SaveDraftInput!) {
      saveDraft(input: $input) { __typename ... on DraftSaved { token } ... on DraftRefused { code } }
    }`,
    { input: { questionnaireId: form.id, version: 1, answers: { role: 'parent' } } },
  );
const mine = (form: TestQuestionnaire, headers?: Record<string, string>) =>
  ask(
    'query ($id: ID!) { myAnswer(questionnaireId: $id) { token isUnlinked receipt { code } } }',
    { id: form.id },
    headers,
  );
const leave = () => ask('mutation { deleteMyAccount(confirmation: "SUPPRIMER") { __typename } }', {});
const stay = () => ask('mutation { cancelAccountDeletion { __typename } }', {});
const noted = () =>
  api.database.query<unknown[]>('SELECT * FROM unlinked_answer WHERE account_id = $1', [me.id]);
const responses = async (form: TestQuestionnaire) =>
  (await api.database.query<unknown[]>('SELECT 1 FROM response WHERE questionnaire_id = $1', [form.id]))
    .length;

describe('once the deletion of an account is asked for', () => {
  beforeEach(async () => {
    await send(answered);
    await leave();
  });

  test('what it has answered is not answered again, in this session or in a later one', async () => {
    const later = await aSession(api, me.id);
    for (const headers of [me.headers, later.headers]) {
      expect(await send(answered, headers)).toMatchObject({ refusal: 'ANSWER_UNLINKED' });
      expect(await mine(answered, headers)).toMatchObject({ isUnlinked: true, receipt: null });
    }
    expect(await save(answered)).toMatchObject({ code: 'ANSWER_UNLINKED' });
    expect(await responses(answered)).toBe(1);
  });

  test('changing one’s mind opens no second answer', async () => {
    await stay();
    expect(await send(answered)).toMatchObject({ refusal: 'ANSWER_UNLINKED' });
    await leave();
    await stay();
    expect(await send(answered)).toMatchObject({ refusal: 'ANSWER_UNLINKED' });
    expect(await responses(answered)).toBe(1);
  });

  test('what it had not answered stays open to it, once', async () => {
    expect(await mine(other)).toMatchObject({ isUnlinked: false });
    expect((await save(other)).__typename).toBe('DraftSaved');
    expect((await send(other)).__typename).toBe('ResponseReceipt');
    await stay();
    await leave();
    expect(await send(other)).toMatchObject({ refusal: 'ANSWER_UNLINKED' });
    expect(await responses(other)).toBe(1);
  });

  test('only the account and the questionnaire are noted, for that account alone', async () => {
    expect(await noted()).toEqual([{ account_id: me.id, questionnaire_id: answered.id }]);
    me = await aPerson();
    expect((await send(answered)).__typename).toBe('ResponseReceipt');
    expect(await noted()).toEqual([]);
  });

  test('the code of the receipt goes on opening the response', async () => {
    const somebody = await aPerson();
    const { code } = await send(other, somebody.headers);
    await ask('mutation { deleteMyAccount(confirmation: "SUPPRIMER") { __typename } }', {}, somebody.headers);
    const { data } = await api.graphql('query ($code: String!) { response(code: $code) { answers } }', {
      code,
    });
    expect(data?.['response']).toMatchObject({ answers: { role: 'parent' } });
  });

  test('the note is in the file of its owner', async () => {
    const source = api
      .get(PersonalDataSources)
      .byAccount.find(({ name }) => name === 'questionnaires-deja-repondus');
    const rows: DataRow[] = [];
    await transaction(api.database, async (tx) => {
      for await (const row of source!.rows(tx, me.id)) rows.push(row);
    });
    expect(rows).toEqual([{ questionnaire: 'Un essai' }]);
  });

  test('the note goes with the account', async () => {
    await api.database.query(
      "UPDATE account SET deletion_due_at = now() - interval '1 second' WHERE id = $1",
      [me.id],
    );
    await api.get(EndAccounts).endDue(new Date());
    expect(await noted()).toEqual([]);
    expect(await responses(answered)).toBe(1);
  });
});

test('who has answered nothing leaves no note, whether or not they began', async () => {
  await save(other);
  await leave();
  expect(await noted()).toEqual([]);
});

test('a response that arrives while the deletion is asked for is seen by one or by the other', async () => {
  await mine(answered);
  let sending: Promise<Answer> | undefined;
  await transaction(api.database, async (tx) => {
    const actor = { kind: 'account', accountId: me.id, sessionId: me.sessionId, grants: [] } as const;
    // The deletion holds the key and has looked at the responses: none yet.
    await api.get(PersonalKeys).ofLeaving(tx, actor);
    sending = send(answered);
    await sent(answered);
    await api.get(PersonalKeys).forget(tx, me.id);
  });
  expect((await sending)?.__typename).toBe('ResponseReceipt');
  expect(await send(answered)).toMatchObject({ refusal: 'ANSWER_UNLINKED' });
  expect(await responses(answered)).toBe(1);
});

/** Resolves once a response to it is there. */
async function sent(form: TestQuestionnaire): Promise<void> {
  while ((await responses(form)) === 0) await new Promise((resolve) => setImmediate(resolve));
}
