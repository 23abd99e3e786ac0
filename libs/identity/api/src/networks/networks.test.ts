import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uaiCheckLetter } from '@preau/identity-domain';
import { startTestApi, type TestApi } from '@preau/testing';
import type { DirectoryFault } from '../establishments/csv-lines';
import { IdentityApiModule } from '../identity-api.module';
import { importNetworks } from './import-networks';

const HEAD =
  'Identifiant_du_reseau;Nom_du_reseau;Type_de_reseau;Code_academie;Identifiant_de_l_etablissement';
const uaiOf = (number: number) => {
  const figures = String(number).padStart(7, '0');
  return figures + uaiCheckLetter(figures);
};
const lineOf = (network: string, school: number, name = `Réseau ${network}`) =>
  `${network};${name};REP+;09;${uaiOf(school)}`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule]);
  for (let number = 1; number <= 5; number += 1) {
    await api.database.query(
      `INSERT INTO establishment (uai, name, kind, commune, departement, academie, is_open)
       VALUES ($1, $2, 'Ecole', 'Lens', '62', '09', true)`,
      [uaiOf(number), `École ${String(number)}`],
    );
  }
});
afterAll(() => api.close());
beforeEach(() => api.database.query('DELETE FROM network'));

async function take(...lines: string[]) {
  const told: DirectoryFault[] = [];
  const imported = await importNetworks(api.database, Readable.from([lines.join('\n')]), {
    onFault: (fault) => told.push(fault),
  });
  return { ...imported, told };
}
const members = () =>
  api.database.query<{ network_id: string; uai: string }[]>(
    'SELECT network_id, uai FROM network_member ORDER BY network_id, uai',
  );

describe('a file of networks', () => {
  test('is taken over; again, it writes nothing; changed, what has changed', async () => {
    const lines = [HEAD, lineOf('A', 1), lineOf('A', 2), lineOf('B', 2)];
    expect(await take(...lines)).toMatchObject({ lines: 3, written: 5, faults: 0 });
    expect(await members()).toEqual([
      { network_id: 'A', uai: uaiOf(1) },
      { network_id: 'A', uai: uaiOf(2) },
      { network_id: 'B', uai: uaiOf(2) },
    ]);
    expect(await take(...lines)).toMatchObject({ written: 0 });
    expect(await take(HEAD, lineOf('A', 1, 'Les collines'))).toMatchObject({ written: 1 });
    expect(await take(HEAD, lineOf('A', 3, 'Les collines'), lineOf('A', 3, 'Les collines'))).toMatchObject({
      written: 1,
    });
  });

  test('every line at fault is told with its number, and the others are kept', async () => {
    const { told, ...imported } = await take(
      HEAD,
      lineOf('A', 1),
      lineOf('A', 99),
      ';Sans identifiant;REP;09;' + uaiOf(1),
      `B;;REP;09;${uaiOf(1)}`,
      `C;Réseau C;REP;99;${uaiOf(1)}`,
      'D;Réseau D;REP;09;0750655F',
      `E;${'x'.repeat(201)};REP;09;${uaiOf(1)}`,
      lineOf('A', 2),
    );
    expect(imported).toEqual({ lines: 8, written: 3, faults: 6 });
    expect(told.map(({ line }) => line).sort()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(told.find(({ line }) => line === 3)?.fault).toContain(uaiOf(99));
    expect(await members()).toHaveLength(2);
  });

  test('is as long as one likes', async () => {
    const lines = Array.from({ length: 2_500 }, (_, rank) => lineOf(`R${String(rank)}`, (rank % 5) + 1));
    expect(await take(HEAD, ...lines)).toMatchObject({ lines: 2_500, written: 5_000, faults: 0 });
  });

  test('another file is refused as a whole, with what it lacks', async () => {
    await expect(take('a;b', '1;2')).rejects.toThrow('identifiant_du_reseau');
  });

  test('a hostile name does no more than name', async () => {
    await take(HEAD, lineOf('A', 1, `"'); DROP TABLE network; --"`));
    expect(await api.database.query('SELECT name FROM network')).toEqual([
      { name: "'); DROP TABLE network; --" },
    ]);
  });
});

const LIST = `query ($academie: String, $search: String, $first: Int, $after: String) {
  networks(academie: $academie, search: $search, first: $first, after: $after) {
    edges { node { id name kind academie } } pageInfo { hasNextPage endCursor } } }`;
const ONE = `query ($id: ID!, $first: Int, $after: String) { network(id: $id) { name
  establishments(first: $first, after: $after) { edges { node { uai name } } pageInfo { hasNextPage endCursor } } } }`;
interface Edges<T> {
  edges: { node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('networks', () => {
  const found = async (variables: Record<string, unknown>) => {
    const { data, errors } = await api.graphql<{ networks: Edges<{ id: string }> }>(LIST, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.networks;
  };
  const ids = async (variables: Record<string, unknown>) =>
    (await found(variables)).edges.map(({ node }) => node.id);
  beforeEach(async () => {
    await take(
      HEAD,
      lineOf('A', 1, 'Les collines de l’Artois'),
      lineOf('B', 2, 'Béthune et ses vallées'),
      lineOf('B', 1, 'Béthune et ses vallées'),
      lineOf('B', 3, 'Béthune et ses vallées'),
      `C;La boucle;REP;24;${uaiOf(4)}`,
    );
  });

  test('are listed by académie and by words, whatever their accents and their order', async () => {
    expect(await ids({})).toEqual(['B', 'C', 'A']);
    expect(await ids({ academie: '09' })).toEqual(['B', 'A']);
    expect(await ids({ search: 'vallees BETHUNE' })).toEqual(['B']);
    expect(await ids({ search: 'rep+', academie: '24' })).toEqual(['C']);
    expect(await ids({ search: '%' + '_' + 'zz' })).toEqual([]);
  });

  test('come by pages', async () => {
    const first = await found({ first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await ids({ first: 2, after: first.pageInfo.endCursor })).toEqual(['A']);
  });

  test.each([[{ search: 'x' }], [{ first: 101 }]])('are not searched by %j', async (variables) => {
    const { errors } = await api.graphql(LIST, variables);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('one is read with its establishments, by pages; another is absent', async () => {
    const read = async (variables: Record<string, unknown>) =>
      (await api.graphql<{ network: { establishments: Edges<{ uai: string }> } | null }>(ONE, variables))
        .data!.network;
    const first = await read({ id: 'B', first: 2 });
    expect(first!.establishments.edges.map(({ node }) => node.uai)).toEqual([uaiOf(1), uaiOf(2)]);
    const second = await read({ id: 'B', first: 2, after: first!.establishments.pageInfo.endCursor });
    expect(second!.establishments).toMatchObject({
      edges: [{ node: { uai: uaiOf(3) } }],
      pageInfo: { hasNextPage: false },
    });
    expect(await read({ id: 'none' })).toBeNull();
  });
});
