import { describe, expect, test } from '@jest/globals';
import {
  holds,
  TERRITORY_NESTING,
  type Actor,
  type Territory,
  type TerritoryKind,
} from '@preau/shared-domain';
import { ACADEMIES, DEPARTEMENTS, listedTerritory, parentOf } from './territories';

const at = (level: TerritoryKind, code: string): Territory => ({ level, code });
const FRANCE = at('nation', 'FR');

describe('a territory is in', () => {
  test.each<[string, Territory, Territory | null]>([
    ['the Pas-de-Calais, in the académie de Lille', at('departement', '62'), at('academie', '09')],
    ['Corse-du-Sud, in the académie de Corse', at('departement', '2A'), at('academie', '27')],
    ['the académie de Lille, in Hauts-de-France', at('academie', '09'), at('region', '32')],
    ['Hauts-de-France, in the nation', at('region', '32'), FRANCE],
    ['the nation, in nothing', FRANCE, null],
    ['no département, in nothing', at('departement', '20'), null],
    ['a code of another level, in nothing', at('region', '62'), null],
    ['an establishment, in nothing: the directory has them', at('etablissement', '0620001A'), null],
  ])('%s', (_, territory, parent) => {
    expect(parentOf(territory)).toEqual(parent);
  });

  test('of every one of the lists, one leads to the nation, by larger and larger ones', () => {
    const all = [
      ...[...ACADEMIES].map((code) => at('academie', code)),
      ...[...DEPARTEMENTS].map((code) => at('departement', code)),
    ];
    expect(all.length).toBeGreaterThan(131);
    for (const territory of all) {
      const trail = [territory];
      for (let place = parentOf(territory); place; place = parentOf(place)) trail.push(place);
      const sizes = trail.map(({ level }) => TERRITORY_NESTING.indexOf(level));
      expect([territory, trail.at(-1)]).toEqual([territory, FRANCE]);
      expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
      expect(listedTerritory(territory)?.name).toBeTruthy();
    }
  });
});

describe('a role holds in the true territories', () => {
  const coordinator = (territory: Territory): Actor => ({
    kind: 'account',
    accountId: 'a',
    sessionId: 's',
    grants: [{ role: 'coordinator', territory }],
  });
  test.each<[string, Territory, Territory, boolean]>([
    ['of an académie, in its département', at('academie', '09'), at('departement', '62'), true],
    ['of an académie, not in the next', at('academie', '09'), at('departement', '80'), false],
    ['of a région académique, in each département of it', at('region', '32'), at('departement', '80'), true],
    ['of the nation, abroad', FRANCE, at('academie', [...ACADEMIES].at(-1)!), true],
    ['of a département, not in its académie', at('departement', '62'), at('academie', '09'), false],
    ['of an establishment, in it', at('etablissement', '0620001A'), at('etablissement', '0620001A'), true],
    [
      'of an establishment, not in another',
      at('etablissement', '0620001A'),
      at('etablissement', '0620002B'),
      false,
    ],
  ])('%s', (_, granted, territory, expected) => {
    expect(holds(coordinator(granted), 'coordinator', { territory }, parentOf)).toBe(expected);
  });
});
