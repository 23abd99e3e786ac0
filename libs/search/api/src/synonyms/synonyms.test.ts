import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ConsultationApiModule } from '@preau/consultation-api';
import { termKey } from '@preau/search-domain';
import { startTestApi, type GraphQLAnswer, type TestActor, type TestApi } from '@preau/testing';
import { SearchApiModule } from '../search-api.module';
import { aCorpus, search, titlesOf, type TestCorpus } from '../test-documents';

let api: TestApi;
let corpus: TestCorpus;
beforeAll(async () => {
  api = await startTestApi([ConsultationApiModule, SearchApiModule]);
  corpus = await aCorpus(api);
});
afterAll(() => api.close());

const staff: TestActor = { accountId: randomUUID(), roles: ['staff'] };
const save = async (id: string, ...terms: string[]) => {
  const { data } = await api.graphql<{ saveSynonyms: Record<string, unknown> }>(
    `mutation ($input: SaveSynonymsInput!) { saveSynonyms(input: $input) {
      ... on SynonymsSaved { group { id terms } } ... on SynonymsRefused { code term } } }`,
    { input: { id, terms } },
    { as: staff },
  );
  return data!.saveSynonyms;
};
const remove = async (id: string) => {
  const { data } = await api.graphql<{ deleteSynonyms: Record<string, unknown> }>(
    'mutation ($id: ID!) { deleteSynonyms(id: $id) { ... on SynonymsDeleted { id } ... on SynonymsRefused { code } } }',
    { id },
    { as: staff },
  );
  return data!.deleteSynonyms;
};
const entries = async (id: string) =>
  api.database.query<{ action: string; details: object }[]>(
    'SELECT action, details FROM audit_entry WHERE object = $1 ORDER BY rank',
    [`synonyms:${id}`],
  );

interface Listed {
  totalCount: number;
  edges: { node: { terms: string[] } }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

describe('the acronyms of schools', () => {
  test('are there to begin with, in the form in which they are looked for', async () => {
    const rows = await api.database.query<{ term: string; key: string }[]>(
      'SELECT term, key FROM search_synonym',
    );
    expect(rows.map(({ term }) => term)).toEqual(
      expect.arrayContaining([
        'ENT',
        'TNE',
        'RGPD',
        'AESH',
        'DANE',
        'UAI',
        'BYOD',
        'ULIS',
        'CDI',
        'EMI',
        'GAR',
      ]),
    );
    expect(new Set(rows.map(({ term }) => term)).size).toBeGreaterThanOrEqual(50);
    for (const { term, key } of rows) expect([term, termKey(term)]).toEqual([term, key]);
  });

  test('are listed by pages, each once', async () => {
    const terms: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const answer: GraphQLAnswer<{ synonyms: Listed }> = await api.graphql(
        `query ($after: ID) { synonyms(first: 7, after: $after) {
          totalCount edges { node { id terms } } pageInfo { endCursor hasNextPage } } }`,
        { after },
        { as: staff },
      );
      const { edges, pageInfo, totalCount } = answer.data!.synonyms;
      terms.push(...edges.map(({ node }) => node.terms[0] ?? ''));
      total = totalCount;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(terms).toHaveLength(total);
    expect(new Set(terms).size).toBe(total);
  });
});

describe('a group', () => {
  test('changes what is found at once, and each change is written down once', async () => {
    await corpus.put({ title: 'Le vélo à l’école' }, { title: 'La bicyclette' });
    const id = randomUUID();
    expect(titlesOf(await search(api, 'bicyclette'))).toEqual(['La bicyclette']);
    expect(await save(id, ' Bicyclette ', 'vélo', '')).toEqual({
      group: { id, terms: ['Bicyclette', 'vélo'] },
    });
    expect((await foundSoon(2)).sort()).toEqual(['La bicyclette', 'Le vélo à l’école']);
    await save(id, 'Bicyclette', 'vélo');
    expect(await remove(id)).toEqual({ id });
    expect(await foundSoon(1)).toEqual(['La bicyclette']);
    expect(await remove(id)).toEqual({ code: 'UNKNOWN_GROUP' });
    expect(await entries(id)).toEqual([
      { action: 'search.synonyms', details: { before: null, after: 'Bicyclette = vélo' } },
      { action: 'search.synonyms', details: { before: 'Bicyclette = vélo', after: null } },
    ]);
  });

  /** Other processes hear of a change once it is committed; so does this one. */
  async function foundSoon(count: number): Promise<string[]> {
    for (;;) {
      const titles = titlesOf(await search(api, 'bicyclette'));
      if (titles.length === count) return titles;
    }
  }

  test.each([
    [['seul'], { code: 'TOO_FEW_TERMS', term: null }],
    [Array.from({ length: 11 }, (_, at) => `mot${String(at)}`), { code: 'TOO_MANY_TERMS', term: null }],
    [['mot', 'x'], { code: 'TERM_TOO_SHORT', term: 'x' }],
    [['mot', 'x'.repeat(101)], { code: 'TERM_TOO_LONG', term: 'x'.repeat(101) }],
    [['Élan', 'l’ELAN', 'elan'], { code: 'TERM_TWICE', term: 'elan' }],
    [['élan', 'l’ent', 'ent'], { code: 'TERM_IN_ANOTHER_GROUP', term: 'ent' }],
  ])('%j is refused', async (terms, refusal) => {
    expect(await save(randomUUID(), ...terms)).toEqual(refusal);
  });

  test('may keep its own terms when it changes', async () => {
    const id = randomUUID();
    await save(id, 'gomme', 'effaceur');
    expect(await save(id, 'effaceur', 'gomme', 'correcteur')).toMatchObject({
      group: { terms: ['effaceur', 'gomme', 'correcteur'] },
    });
  });

  test('of two made at once with one term, one is refused', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, at) => save(randomUUID(), 'unique', `autre${String(at)}`)),
    );
    expect(results.filter((result) => 'group' in result)).toHaveLength(1);
    expect(results.filter(({ code }) => code === 'TERM_IN_ANOTHER_GROUP')).toHaveLength(5);
  });
});
