import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uaiCheckLetter } from '@preau/identity-domain';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { importEstablishments } from './import-establishments';

const uaiOf = (number: number) => {
  const figures = String(number).padStart(7, '0');
  return figures + uaiCheckLetter(figures);
};
const SCHOOLS: [name: string, commune: string, departement: string, state?: string][] = [
  ['École élémentaire Jean-Jaurès', 'Béthune', '062'],
  ['Collège Paul Éluard', 'Béthune', '062'],
  ['Collège Jean Jaurès', 'Lens', '062'],
  ['Lycée du Cœur de Flandre', 'Hazebrouck', '059'],
  ['Collège fermé', 'Béthune', '062', 'FERME'],
  ['École 100 %', "L'Haÿ-les-Roses", '094'],
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule]);
  const head =
    'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Nom_commune;Code_departement;Code_academie;etat';
  const lines = SCHOOLS.map(
    ([name, commune, departement, state = 'OUVERT'], index) =>
      `${uaiOf(index + 1)};${name};Ecole;${commune};${departement};09;${state}`,
  );
  await importEstablishments(api.database, Readable.from([[head, ...lines].join('\n')]), {
    onFault: ({ fault }) => {
      throw new Error(fault);
    },
  });
});
afterAll(() => api.close());

const SEARCH = /* GraphQL */ `
  query ($search: String, $departement: String, $first: Int, $after: String) {
    establishments(search: $search, departement: $departement, first: $first, after: $after) {
      totalCount
      edges {
        node {
          uai
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
interface Found {
  establishments: {
    totalCount: number | null;
    edges: { node: { uai: string; name: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
async function find(variables: Record<string, unknown>) {
  const { data, errors } = await api.graphql<Found>(SEARCH, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.establishments;
}
const names = async (variables: Record<string, unknown>) =>
  (await find(variables)).edges.map(({ node }) => node.name);

describe('establishments', () => {
  test.each([
    ['words without accents', 'ecole jean jaures', ['École élémentaire Jean-Jaurès']],
    ['words in another order, in capitals', 'JAURÈS ÉCOLE', ['École élémentaire Jean-Jaurès']],
    ['name and commune together', 'eluard béthune', ['Collège Paul Éluard']],
    ['beginnings of words', 'col jau', ['Collège Jean Jaurès']],
    ['two letters', 'éc', ['École élémentaire Jean-Jaurès', 'École 100 %']],
    ['letters written together', 'coeur', ['Lycée du Cœur de Flandre']],
    ['the number', uaiOf(4), ['Lycée du Cœur de Flandre']],
    ['apostrophes and diaereses', "l'hay les roses", ['École 100 %']],
    ['signs that mean something to SQL', '100 %', ['École 100 %']],
    ['nothing that exists', 'poudlard', []],
    ['the middle of a word', 'uard', []],
  ])('are found by %s', async (_, search, expected) => {
    expect(await names({ search })).toEqual(expected);
  });

  test('that have closed are not offered, and are still known by their number', async () => {
    expect(await names({ search: 'fermé' })).toEqual([]);
    const { data } = await api.graphql('query ($uai: ID!) { establishment(uai: $uai) { name isOpen } }', {
      uai: uaiOf(5).toLowerCase(),
    });
    expect(data).toEqual({ establishment: { name: 'Collège fermé', isOpen: false } });
  });

  test.each(['0000001X', '', 'rien', "' OR 1=1 --"])('no establishment has the number %p', async (uai) => {
    const { data } = await api.graphql('query ($uai: ID!) { establishment(uai: $uai) { name } }', { uai });
    expect(data).toEqual({ establishment: null });
  });

  test('are listed by département, with or without words', async () => {
    expect(await names({ departement: '62' })).toEqual([
      'Collège Paul Éluard',
      'École élémentaire Jean-Jaurès',
      'Collège Jean Jaurès',
    ]);
    expect(await names({ departement: '62', search: 'jaures' })).toHaveLength(2);
    expect(await names({ departement: '59', search: 'jaures' })).toEqual([]);
  });

  test('come by pages, in one order, each once, with how many there are', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo, totalCount }: Found['establishments'] = await find({
        departement: '62',
        first: 2,
        after,
      });
      expect(totalCount).toBe(3);
      seen.push(...edges.map(({ node }) => node.name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(await names({ departement: '62' }));
  });

  test.each([
    [{ search: 'é' }],
    [{ search: ' - ' }],
    [{}],
    [{ search: 'école', first: 101 }],
    [{ search: 'école', first: 0 }],
  ])('are not searched by %j', async (variables) => {
    const { errors } = await api.graphql(SEARCH, variables);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('a search of ten thousand letters is one of eight words', async () => {
    expect(await names({ search: 'jean '.repeat(2_000) })).toHaveLength(2);
  });

  test('the index on their words serves searches', async () => {
    const plan = await transaction(api.database, async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query<unknown[]>(`EXPLAIN SELECT uai FROM establishment WHERE search_text LIKE '% ja%'`);
    });
    expect(JSON.stringify(plan)).toContain('establishment_search_text_index');
  });
});
