import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChangeFeed } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire, daysFromNow, smallDefinition, type TestQuestionnaire } from '../test-data';

let api: TestApi;
let form: TestQuestionnaire;
const staff = { accountId: '019a0000-0000-7000-8000-000000000001', roles: ['staff' as const] };

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
  form = await aQuestionnaire(api);
});
afterAll(() => api.close());

const READ = /* GraphQL */ `
  query ($id: ID, $consultation: String, $slug: String, $version: Int) {
    questionnaire(id: $id, consultation: $consultation, slug: $slug, version: $version) {
      id
      slug
      title
      status
      version
      definition
      responseCount
      consultation {
        slug
      }
      viewerCan {
        answer
        preview
        manage
        export
      }
    }
  }
`;
type Read = { questionnaire: { id: string; version: number; definition: { title: string } } | null };

test('is found by its id, or by its slug in its consultation', async () => {
  const expected = {
    questionnaire: {
      id: form.id,
      slug: form.slug,
      title: 'Un essai',
      status: 'PUBLISHED',
      version: 1,
      definition: smallDefinition,
      responseCount: 0,
      consultation: { slug: form.consultation },
      viewerCan: { answer: true, preview: false, manage: false, export: false },
    },
  };
  const bySlug = await api.graphql(READ, { consultation: form.consultation, slug: form.slug });
  expect(bySlug).toMatchObject({ data: expected });
  const byId = await api.graphql(READ, { id: form.id });
  expect(byId).toMatchObject({ data: expected });
});

test.each([
  { id: 'nothing' },
  { id: '00000000-0000-4000-8000-000000000000' },
  { consultation: 'nowhere', slug: 'questionnaire' },
  { slug: 'questionnaire' },
  {},
])('there is none for %j', async (key) => {
  expect((await api.graphql<Read>(READ, key)).data).toEqual({ questionnaire: null });
});

test('an unpublished one exists for staff only', async () => {
  const draft = await aQuestionnaire(api, { status: 'DRAFT' });
  expect((await api.graphql<Read>(READ, { id: draft.id })).data?.questionnaire).toBeNull();
  expect((await api.graphql<Read>(READ, { id: draft.id }, { as: staff })).data).toMatchObject({
    questionnaire: { status: 'DRAFT', viewerCan: { answer: false, preview: true, export: true } },
  });
});

test('does not offer to answer what is closed', async () => {
  const closed = await aQuestionnaire(api, { opensAt: daysFromNow(-2), closesAt: daysFromNow(-1) });
  expect((await api.graphql(READ, { id: closed.id })).data).toMatchObject({
    questionnaire: { viewerCan: { answer: false } },
  });
});

describe('the cache of public answers', () => {
  const address = (key: Record<string, unknown>) =>
    `${api.url}/graphql?query=${encodeURIComponent(READ)}&variables=${encodeURIComponent(JSON.stringify(key))}`;
  const get = async (key: Record<string, unknown>, headers: Record<string, string> = {}) => {
    const response = await fetch(address(key), { headers: { 'apollo-require-preflight': '1', ...headers } });
    return { response, body: (await response.json()) as { data: Read } };
  };

  test('serves the same bytes again, and nothing at all to whoever has them', async () => {
    const first = await get({ id: form.id });
    const second = await get({ id: form.id });
    expect(second.body).toEqual(first.body);
    const etag = second.response.headers.get('etag') ?? '';
    const third = await fetch(address({ id: form.id }), {
      headers: { 'apollo-require-preflight': '1', 'if-none-match': etag },
    });
    expect(third.status).toBe(304);
  });

  test('is emptied at once by a new version', async () => {
    const other = await aQuestionnaire(api);
    await get({ id: other.id });
    expect((await get({ id: other.id })).body.data.questionnaire?.version).toBe(1);
    const announced = new Promise((resolve) => {
      const stop = feed().subscribe((topic) => {
        stop();
        resolve(topic);
      });
    });
    await api.database.transaction(async (tx) => {
      await tx.query(
        'INSERT INTO questionnaire_version (questionnaire_id, version, definition) VALUES ($1, 2, $2)',
        [other.id, JSON.stringify({ ...smallDefinition, title: 'Deuxième version' })],
      );
      await tx.query('UPDATE questionnaire SET current_version = 2 WHERE id = $1', [other.id]);
      await feed().announce(tx, `questionnaire:${other.id}`);
    });
    await announced;
    expect((await get({ id: other.id })).body.data.questionnaire).toMatchObject({
      version: 2,
      definition: { title: 'Deuxième version' },
    });
    expect((await get({ id: other.id, version: 1 })).body.data.questionnaire).toMatchObject({ version: 1 });
  });

  test('keeps nothing of what somebody signed in sees', async () => {
    const draft = await aQuestionnaire(api, { status: 'DRAFT' });
    const seen = await get(
      { id: draft.id },
      { authorization: `Test ${JSON.stringify(staff)}`, cookie: 'preau-session=theirs' },
    );
    expect(seen.body.data.questionnaire).not.toBeNull();
    expect((await get({ id: draft.id })).body.data.questionnaire).toBeNull();
  });
});

function feed() {
  return api.get(ChangeFeed);
}
