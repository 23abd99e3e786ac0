import { describe, expect, test } from '@jest/globals';
import { excerptOf, segmentsOf, type Segment } from './excerpt';
import { indexedText, wordsOf } from './words';

const shown = (segments: readonly Segment[]) =>
  segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test.each([
  ['L’Œuvre d’aujourd’hui', 'le oeuvre le aujourd hui'],
  ["jusqu'à l'école", 'le le le ecole'],
  ['et/ou porte-clés, education.gouv.fr', 'le le porte cle education gouv fr'],
  ['E\u0301cole', 'ecole'],
  ['Des travaux', 'le travail'],
  ['🙂 !', ''],
  ['A constructor, toString, __proto__', 'le constructor tostring proto'],
])('%s is indexed as « %s »', (text, expected) => {
  expect(indexedText(text)).toBe(expected);
});

test.each(
  `vidéo vidéos, menu menus, enjeu enjeux, jeu jeux, lieu lieux, emploi emplois, essai essais, élève élèves, bijou bijoux,
   conflit conflits, scénario scénarios, sérieux sérieuse, sérieux sérieuses, villageois villageoises, travail travaux, collège COLLÈGES`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)('%s and %s are one word', (one, other) => {
  expect(indexedText(other)).toBe(indexedText(one));
});

test.each(['EPS', 'mois', 'accès et process', 'nous sommes', 'français'])('%s is no plural', (text) => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const expected = { 'acces et process': 'acce le process', 'nous sommes': 'le le' }[plain] ?? plain;
  expect(indexedText(text)).toBe(expected);
});

test('every word keeps its place, whatever it is made of', () => {
  const text = 'Un mot, « L’École », 2nde 3,5 %, a\u0301b naïf ½ \u0301 \ufe70 日本';
  expect(indexedText(text).split(' ')).toHaveLength(wordsOf(text).length);
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toContain('École');
});

describe('an excerpt', () => {
  test('marks words in their places, those side by side together', () => {
    expect(shown(segmentsOf('Un espace numérique,\npour tous', new Set([2, 3, 5])))).toBe(
      'Un [espace numérique], pour [tous]',
    );
  });

  test('is around what was found, and says where it was cut', () => {
    const words = Array.from({ length: 200 }, (_, at) => `m${String(at + 1)}`);
    const text = shown(excerptOf(words.join(' '), new Set([3, 120, 122, 125])));
    expect(text).toMatch(/^… m112 .*\[m120\] m121 \[m122\] m123 m124 \[m125\].* …$/);
    expect(text).not.toMatch(/m3\b/);
  });

  test('of a short text is all of it; of one without a match, its beginning', () => {
    expect(shown(excerptOf('Trois mots courts.', new Set([2])))).toBe('Trois [mots] courts.');
    expect(shown(excerptOf('x '.repeat(100), new Set()))).toMatch(/^x .* …$/);
    expect(excerptOf('', new Set([1]))).toEqual([]);
  });
});
