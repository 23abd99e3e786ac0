import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery } from './query.rules';
import { markedWords, similarTsQuery, synonymGroups, tsQueryOf } from './ts-query';

const synonyms = synonymGroups([
  ['ENT', 'espace numérique de travail'],
  ['AESH', 'accompagnant d’élèves en situation de handicap', 'AVS'],
]);
const queryOf = (typed: string) => {
  const parsed = parseQuery(typed);
  return typeof parsed === 'string' ? parsed : tsQueryOf(parsed, synonyms);
};

describe('what is looked for', () => {
  test.each([
    ['éducation', `'education'`],
    ['Éducation  NUMÉRIQUE', `'education' & 'numerique'`],
    ['l’école', `'ecole'`],
    ["L'ECOLE d’aujourd'hui", `'ecole' & 'aujourd' & 'hui'`],
    ['porte-clés', `'porte' & 'cle'`],
    ['les tablettes de la classe', `'tablette' & 'classe'`],
    ['"manuel numérique"', `'manuel' <-> 'numerique'`],
    ['« égalité des chances » lycée', `'egalite' <-> 'le' <-> 'chance' & 'lycee'`],
    ['“classe inversée”', `'classe' <-> 'inversee'`],
    ['tablette -ordinateur', `'tablette' & !('ordinateur')`],
    ['tablette -"manuel numérique"', `'tablette' & !('manuel' <-> 'numerique')`],
    ['tablette -porte-clés', `'tablette' & !('porte' <-> 'cle')`],
    ['tablette - ordinateur', `'tablette' & 'ordinateur'`],
    ['ent', `(('ent') | ('espace' <-> 'numerique' <-> 'le' <-> 'travail'))`],
    ['espace numérique de travail', `(('espace' & 'numerique' & 'travail') | ('ent'))`],
    ['"ent"', `'ent'`],
    ['-ent lycée', `'lycee' & !('ent')`],
  ])('%s', (typed, expected) => {
    const found = queryOf(typed);
    expect(found.split(' & ').sort()).toEqual(expected.split(' & ').sort());
  });

  test.each([
    ['', 'QUERY_TOO_SHORT'],
    ['é', 'QUERY_TOO_SHORT'],
    [' \u200b é ', 'QUERY_TOO_SHORT'],
    ['e'.repeat(201), 'QUERY_TOO_LONG'],
    ['🙂🙂', 'NOTHING_TO_FIND'],
    ['de la', 'NOTHING_TO_FIND'],
    ['-tablette', 'NOTHING_TO_FIND'],
    ['"" -- «»', 'NOTHING_TO_FIND'],
  ])('%j is refused: %s', (typed, refusal) => {
    expect(parseQuery(typed)).toBe(refusal);
  });

  test('is limited to twenty words', () => {
    const found = queryOf(Array.from({ length: 30 }, (_, at) => `mot${String(at)}`).join(' '));
    expect(found.split(' & ')).toHaveLength(20);
  });

  test('no sign that was typed gets into the query', () => {
    const ours = /^(?:'[\p{L}\p{N}]+'|[()!&| ]|<->)*$/u;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const parsed = parseQuery(typed);
        if (typeof parsed !== 'string') expect(tsQueryOf(parsed, synonyms)).toMatch(ours);
      }),
    );
    expect(queryOf(`a:* & | ! ' \\ "b'c" d:A`)).toMatch(ours);
  });

  test('marks its words and their synonyms, never what it leaves out', () => {
    const parsed = parseQuery('aesh lycée -tablette');
    if (typeof parsed === 'string') throw new Error(parsed);
    expect(markedWords(parsed, synonyms).split(' ')).toEqual(
      expect.arrayContaining(['aesh', 'avs', 'accompagnant', 'handicap', 'lycee']),
    );
    expect(markedWords(parsed, synonyms)).not.toMatch(/tablette/);
  });
});

describe('what an index can tell', () => {
  const indexedOf = (typed: string) => {
    const parsed = parseQuery(typed);
    return typeof parsed === 'string' ? parsed : tsQueryOf(parsed, synonyms, 'indexed');
  };
  test.each([
    ['"manuel numérique"', `'manuel' & 'numerique'`],
    ['tablette -"manuel numérique"', `'tablette'`],
    ['tablette -ordinateur', `'tablette' & !('ordinateur')`],
    ['ent', `(('ent') | ('espace' & 'numerique' & 'travail'))`],
  ])('%s', (typed, expected) => {
    expect(indexedOf(typed)).toBe(expected);
  });
});

describe('what is being written', () => {
  test('is like any of its words, the last by its beginning', () => {
    expect(similarTsQuery('Des tablettes pour l’écol', new Map())).toBe(`'tablette' | 'ecol' | 'ecol':*`);
  });
  test('a word that is finished is whole', () => {
    expect(similarTsQuery('Des tablettes ', new Map())).toBe(`'tablette'`);
  });
  test('is compared by its rarest words', () => {
    const text = `numérique ${Array.from({ length: 8 }, (_, at) => `rare${String(at)}`).join(' ')} `;
    expect(similarTsQuery(text, new Map([['numerique', 900]]))).not.toMatch(/numerique/);
  });
  test('may be like nothing', () => {
    expect(similarTsQuery('de la !', new Map())).toBe('');
    expect(similarTsQuery('x'.repeat(10_000), new Map())).toBe('');
  });
});
