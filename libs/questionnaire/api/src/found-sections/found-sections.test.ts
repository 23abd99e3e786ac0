import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Consultation, Theme } from '@preau/consultation-api';
import type { Definition } from '@preau/questionnaire-domain';
import { SearchIndex } from '@preau/search-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { loadQuestionnaire, type QuestionnaireToLoad } from '../generator/load-questionnaire';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { daysFromNow } from '../test-data';

let api: TestApi;
let consultationId: string;
beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
  const { identifiers } = await api.database.manager.insert(Consultation, {
    slug: 'chargee',
    title: 'Une concertation',
    summary: 'Un résumé',
    opensAt: daysFromNow(-1),
    closesAt: daysFromNow(1),
  });
  consultationId = String(identifiers[0]?.['id']);
  await api.database.manager.insert(Theme, {
    consultationId,
    slug: 'outils',
    position: 1,
    title: 'Les outils',
    shortTitle: 'Outils',
    summary: '',
    problem: '',
    accent: 'green-menthe',
    pictogram: 'book',
  });
});
afterAll(() => api.close());

const definition: Definition = {
  title: 'Un essai',
  sections: [
    { code: 'profile', title: 'Vous', questions: [{ code: 'job', type: 'text', label: 'Votre métier' }] },
    {
      code: 'uses',
      theme: 'outils',
      title: 'Les usages',
      intro: 'En classe.',
      questions: [{ code: 'tools', type: 'text', label: { fr: 'Vos tablettes', en: 'Your devices' } }],
    },
  ],
};
const load = (given: Partial<QuestionnaireToLoad> = {}) =>
  loadQuestionnaire(api.database, {
    consultationId,
    slug: 'questionnaire',
    title: 'Un essai',
    definition,
    opensAt: daysFromNow(-2),
    closesAt: daysFromNow(1),
    status: 'PUBLISHED',
    ...given,
  });

interface Hit {
  readonly title: string;
  readonly path: string;
  readonly theme: { readonly slug: string } | null;
}
async function found(query: string): Promise<readonly Hit[]> {
  const { data } = await api.graphql<{ search: { edges: { node: Hit }[] } }>(
    `query ($query: String!) { search(query: $query, kind: [QUESTIONNAIRE_SECTION]) {
      ... on SearchResults { edges { node { title path theme { slug } } } } } }`,
    { query },
  );
  return data!.search.edges.map(({ node }) => node);
}

test('a section is found by its title and its questions, and leads to what can be done with it', async () => {
  await load();
  const path = '/concertations/chargee/questionnaires/questionnaire';
  expect(await found('usage')).toEqual([{ title: 'Les usages', path, theme: { slug: 'outils' } }]);
  expect(await found('tablette')).toHaveLength(1);
  expect(await found('devices')).toEqual([]);
  await load({ status: 'CLOSED' });
  expect(await found('tablette')).toMatchObject([{ path: `${path}/resultats?theme=uses` }]);
});

test('a new version is found instead of the one before; what is not published, not at all', async () => {
  await load();
  const [profile] = definition.sections;
  await load({ definition: { ...definition, sections: [{ ...profile!, title: 'Votre métier' }] } });
  expect(await found('tablette')).toEqual([]);
  expect(await found('metier')).toMatchObject([{ title: 'Votre métier' }]);
  await load({ status: 'DRAFT' });
  expect(await found('metier')).toEqual([]);
});

test('all are given again to make the index anew', async () => {
  await load();
  await load({ slug: 'autre' });
  const source = api.get(SearchIndex).source('questionnaire_section');
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await source!.page(api.database.manager, after, 3);
    ids.push(...page.map(({ objectId }) => objectId));
    if (page.length < 3) break;
    after = page.at(-1)?.objectId ?? null;
  }
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(await source!.count(api.database.manager));
  expect(ids).toHaveLength(4);
});
