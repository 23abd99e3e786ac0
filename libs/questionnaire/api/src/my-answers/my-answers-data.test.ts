import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { IdentityApiModule, PersonalDataSources, type DataRow } from '@preau/identity-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire, type TestQuestionnaire } from '../test-data';

let api: TestApi;
let form: TestQuestionnaire;
let me: Person;
let somebodyElse: Person;
type Person = Awaited<ReturnType<typeof aPerson>>;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, QuestionnaireApiModule], { identity: true });
  form = await aQuestionnaire(api);
});
beforeEach(async () => {
  [me, somebodyElse] = [await aPerson(), await aPerson()];
});
afterAll(() => api.close());

async function aPerson() {
  const { id } = await anAccount(api);
  const { id: sessionId, headers } = await aSession(api, id);
  return { id, sessionId, headers };
}

async function rowsOf({ id, sessionId }: Person): Promise<DataRow[]> {
  const source = api.get(PersonalDataSources).bySession.find(({ name }) => name === 'reponses');
  const rows: DataRow[] = [];
  const actor = { kind: 'account', accountId: id, sessionId, grants: [] } as const;
  for await (const row of source!.rowsOf(actor)) rows.push(row);
  return rows;
}
const answer = (whose: Person, idea: string) => {
  const input = { id: randomUUID(), questionnaireId: form.id, version: 1, answers: { role: 'parent', idea } };
  return api.graphql(
    'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { ... on ResponseReceipt { code } } }',
    { input },
    { headers: whose.headers },
  );
};

test('the answers that a session finds are in the file of their owner, and in no other', async () => {
  const sent = await answer(me, 'Plus de tablettes');
  await answer(somebodyElse, 'Moins de tablettes');
  const { code } = sent.data?.['submitResponse'] as { code: string };
  expect(await rowsOf(me)).toEqual([
    {
      questionnaire: 'Un essai',
      version: 1,
      état: 'envoyée',
      'envoyée le': expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      récépissé: code,
      réponses: { role: 'parent', idea: 'Plus de tablettes' },
    },
  ]);
});

test('a draft is there as long as nothing was sent', async () => {
  expect(await rowsOf(me)).toEqual([]);
  const input = { questionnaireId: form.id, version: 1, answers: { role: 'parent' } };
  await api.graphql(
    'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { __typename } }',
    { input },
    { headers: me.headers },
  );
  expect(await rowsOf(me)).toMatchObject([{ état: 'brouillon', réponses: { role: 'parent' } }]);
  await answer(me, 'Des livres');
  expect(await rowsOf(me)).toMatchObject([{ état: 'envoyée' }]);
});

test('a response linked by its code is there, and said to be so', async () => {
  const input = { id: randomUUID(), questionnaireId: form.id, version: 1, answers: { role: 'pupil' } };
  const submit =
    'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { ... on ResponseReceipt { code } } }';
  const { data } = await api.graphql<{ submitResponse: { code: string } }>(submit, { input });
  const { code } = data!.submitResponse;
  await api.graphql(
    'mutation ($code: String!) { linkResponse(code: $code) { __typename } }',
    { code },
    { headers: me.headers },
  );
  expect(await rowsOf(me)).toMatchObject([
    { état: 'ajoutée par son code', récépissé: code, réponses: { role: 'pupil' } },
  ]);
  expect(await rowsOf(somebodyElse)).toEqual([]);
});
