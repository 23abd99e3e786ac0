import { describe, expect, test } from '@jest/globals';
import { corrected, correctionOf, distance, doubtfulWords, vocabularyOf } from './correction.rules';
import { parseQuery } from './query.rules';
import { keptTerms, synonymFault } from './synonym.rules';

const known = (word: string, documents: number) => ({ word, folded: word.replace('é', 'e'), documents });

describe('a group of synonyms', () => {
  test.each([
    [['ENT', 'espace numérique de travail'], null],
    [['ENT'], 'TOO_FEW_TERMS'],
    [['ENT', '  '], 'TOO_FEW_TERMS'],
    [Array.from({ length: 11 }, (_, at) => `terme ${String(at)}`), 'TOO_MANY_TERMS'],
    [['ENT', 'x'], 'TERM_TOO_SHORT'],
    [['ENT', 'de la'], 'TERM_TOO_SHORT'],
    [['ENT', '!!!'], 'TERM_TOO_SHORT'],
    [['ENT', 'e'.repeat(101)], 'TERM_TOO_LONG'],
    [['ENT', 'un deux trois quatre cinq six sept huit neuf dix onze douze treize'], 'TERM_TOO_LONG'],
    [['ENT', 'l’ent', 'L’ENT'], 'TERM_TWICE'],
    [['GAR', 'gestionnaire'], 'TERM_IN_ANOTHER_GROUP'],
  ])('%j: %s', (terms, code) => {
    expect(synonymFault(keptTerms(terms), new Set(['gar']))?.code ?? null).toBe(code);
  });
});

describe('a slip', () => {
  test.each([
    ['numerqiue', 'numerique', 1],
    ['tablete', 'tablette', 1],
    ['ecole', 'ecole', 0],
    ['', 'mot', 3],
  ])('%s is %s, %i letters away', (from, to, letters) => {
    expect(distance(from, to)).toBe(letters);
  });

  test('is for the nearest word, then the most frequent', () => {
    expect(correctionOf('tablete', [known('tablette', 3), known('tableau', 90)])?.word).toBe('tablette');
    expect(correctionOf('numerqiue', [known('numérique', 7)])?.word).toBe('numérique');
  });

  test('is none when the word is common, when nothing is near, or when what is near is as rare', () => {
    expect(correctionOf('tablete', [known('tablete', 5), known('tablette', 900)])).toBeNull();
    expect(correctionOf('xylophone', [known('téléphone', 900)])).toBeNull();
    expect(correctionOf('tablete', [known('tablete', 2), known('tablette', 3)])).toBeNull();
    // With another first letter, one letter alone.
    expect(correctionOf('education', [known('réduction', 900)])).toBeNull();
    expect(correctionOf('rumerique', [known('numérique', 900)])?.word).toBe('numérique');
  });

  test('is put right where it was, and nowhere else', () => {
    const query = parseQuery('Numerqiue -numerqiue "numerqiue" au lycée');
    if (typeof query === 'string') throw new Error(query);
    const found = corrected(query, doubtfulWords(query), new Map([['numerqiue', 'numérique']]));
    expect(found).toBe('numérique -numerqiue "numerqiue" au lycée');
    expect(corrected(query, doubtfulWords(query), new Map())).toBeNull();
  });
});

test('the vocabulary holds words as they are written, without figures or empty words', () => {
  expect([...vocabularyOf('L’École et ses 2ndes : avec l’ÉCOLE, 12345')]).toEqual([['ecole', 'école']]);
});
