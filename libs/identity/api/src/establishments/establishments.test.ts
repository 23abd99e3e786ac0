import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uaiCheckLetter } from '@preau/identity-domain';
import { startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import type { DirectoryFault } from './csv-lines';
import { importEstablishments } from './import-establishments';

const HEAD =
  'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Nom_commune;Code_departement;Code_academie;etat;Web';
const uaiOf = (number: number) => {
  const figures = String(number).padStart(7, '0');
  return figures + uaiCheckLetter(figures);
};
const lineOf = (number: number, name = `École ${String(number)}`) =>
  `${uaiOf(number)};${name};Ecole;Créteil;094;24;OUVERT;`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule]);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('DELETE FROM establishment'));

async function take(...lines: string[]) {
  const faults: DirectoryFault[] = [];
  const imported = await importEstablishments(api.database, Readable.from([lines.join('\n')]), {
    onFault: (fault) => faults.push(fault),
  });
  return { ...imported, told: faults };
}
const kept = () =>
  api.database.query<Record<string, unknown>[]>(
    'SELECT uai, name, kind, commune, departement, academie, is_open FROM establishment ORDER BY uai',
  );

describe('the national directory', () => {
  test('is taken over, whatever its separator, its order of columns, its byte order mark', async () => {
    await take(
      `\uFEFF${HEAD}`,
      '0750655E;Lycée Louis-le-Grand;Lycée;Paris  5e;075;01;OUVERT;https://exemple.fr',
    );
    await take(
      'etat,code_academie,code_departement,nom_commune,type_etablissement,nom_etablissement,identifiant_de_l_etablissement',
      `FERME,27,02A,Ajaccio,Collège,"Collège ""A, B""",${uaiOf(6_200_001)}`,
    );
    expect(await kept()).toEqual([
      {
        uai: '0750655E',
        name: 'Lycée Louis-le-Grand',
        kind: 'Lycée',
        commune: 'Paris  5e',
        departement: '75',
        academie: '01',
        is_open: true,
      },
      {
        uai: uaiOf(6_200_001),
        name: 'Collège "A, B"',
        kind: 'Collège',
        commune: 'Ajaccio',
        departement: '2A',
        academie: '27',
        is_open: false,
      },
    ]);
  });

  test('again, writes nothing; changed, writes what has changed', async () => {
    const lines = Array.from({ length: 2_500 }, (_, rank) => lineOf(rank + 1));
    expect(await take(HEAD, ...lines)).toMatchObject({ lines: 2_500, written: 2_500, faults: 0 });
    expect(await take(HEAD, ...lines)).toMatchObject({ lines: 2_500, written: 0, faults: 0 });
    expect(await take(HEAD, ...lines.slice(1), lineOf(1, 'École Louise-Michel'))).toMatchObject({
      written: 1,
    });
    expect(await kept()).toHaveLength(2_500);
  });

  test('one number twice in a file: the last line holds', async () => {
    expect(await take(HEAD, lineOf(7, 'Avant'), lineOf(7, 'Après'))).toMatchObject({ written: 1, faults: 0 });
    expect(await kept()).toMatchObject([{ name: 'Après' }]);
  });

  test('every line at fault is told with its number, and the others are kept', async () => {
    const { told, ...imported } = await take(
      HEAD,
      lineOf(1),
      '0750655F;Lycée;Lycée;Paris;075;01;OUVERT;',
      `${uaiOf(2)};;Ecole;Paris;075;01;OUVERT;`,
      `${uaiOf(3)};École;Ecole;Paris;075;99;OUVERT;`,
      `${uaiOf(4)};École;Ecole;Paris;0XX;01;OUVERT;`,
      `${uaiOf(5)};${'x'.repeat(201)};Ecole;Paris;075;01;OUVERT;`,
      'presque rien',
      `${uaiOf(6)};"Deux`,
      'lignes";Ecole;Paris;075;01;OUVERT;',
      `${uaiOf(7)}x;École;Ecole;Paris;075;01;OUVERT;`,
    );
    expect(imported).toEqual({ lines: 9, written: 2, faults: 7 });
    expect(told.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 11]);
    expect(told.map(({ fault }) => fault)[0]).toContain('0750655F');
    expect((await kept()).map(({ name }) => name)).toEqual(['École 1', 'Deux\nlignes']);
  });

  test('another file is refused as a whole, with what it lacks', async () => {
    await expect(take('a;b', '1;2')).rejects.toThrow('identifiant_de_l_etablissement, nom_etablissement');
    expect(await kept()).toEqual([]);
  });

  test('a hostile name does no more than name', async () => {
    await take(HEAD, `${uaiOf(1)};"'); DROP TABLE establishment; --\u202e";Ecole;Paris;075;01;OUVERT;`);
    expect(await kept()).toMatchObject([{ name: "'); DROP TABLE establishment; --" }]);
  });
});
