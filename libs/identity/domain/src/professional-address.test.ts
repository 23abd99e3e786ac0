import { expect, test } from '@jest/globals';
import territories from '@preau/data/territories.json' with { type: 'json' };
import { professionalAddress } from './professional-address';

const others = ['lycee-exemple.fr'];

test.each([
  ['prof@ac-paris.fr', { domain: 'ac-paris.fr', academie: '01' }],
  ['prof@ac-normandie.fr', { domain: 'ac-normandie.fr', academie: '70' }],
  ['agent@education.gouv.fr', { domain: 'education.gouv.fr', academie: null }],
  ['prof@lycee-exemple.fr', { domain: 'lycee-exemple.fr', academie: null }],
  ['"a@b"@ac-paris.fr', { domain: 'ac-paris.fr', academie: '01' }],
])('%p is professional', (email, found) => {
  expect(professionalAddress(email, others)).toEqual(found);
});

test.each([
  'prof@ac-paris.fr.exemple.com',
  'prof@eleves.ac-paris.fr',
  'prof@xac-paris.fr',
  'prof@ac-paris.com',
  'ac-paris.fr@exemple.com',
  'prof@education.gouv.fr.',
  'prof@éducation.gouv.fr',
  'prof@аc-paris.fr',
  'prof@constructor',
  'prof@__proto__',
  'ac-paris.fr',
  'prof@',
  '',
])('%p is not', (email) => {
  expect(professionalAddress(email, others)).toBeNull();
});

test('each académie has its domain', () => {
  const codes = territories.regions.flatMap(({ academies }) => academies.map(({ code }) => code));
  const known = [
    'paris',
    'aix-marseille',
    'besancon',
    'bordeaux',
    'clermont',
    'dijon',
    'grenoble',
    'lille',
    'lyon',
  ]
    .concat([
      'montpellier',
      'nancy-metz',
      'poitiers',
      'rennes',
      'strasbourg',
      'toulouse',
      'nantes',
      'orleans-tours',
    ])
    .concat(['reims', 'amiens', 'limoges', 'nice', 'creteil', 'versailles', 'corse', 'reunion', 'martinique'])
    .concat(['guadeloupe', 'guyane', 'mayotte', 'normandie'])
    .map((name) => professionalAddress(`x@ac-${name}.fr`, [])?.academie);
  expect([...known].sort()).toEqual([...codes].sort());
});
