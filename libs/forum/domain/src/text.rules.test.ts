import { describe, expect, test } from '@jest/globals';
import { bodyFault, keptBody, keptTitle, titleFault } from './text.rules';

describe('a message as it is kept', () => {
  test.each([
    ['  bonjour \r\n\r\n à tous ', 'bonjour \n\n à tous'],
    ['le\u202emot\u202c caché', 'lemot caché'],
    ['zéro\u200blargeur\u2060', 'zérolargeur'],
    ['\u2066isolé\u2069', 'isolé'],
    ['mot\u00adcoupé', 'motcoupé'],
    ['étiquettes\u{e0041}\u{e0042}', 'étiquettes'],
    ['famille 👨\u200d👩\u200d👧', 'famille 👨\u200d👩\u200d👧'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['e\u0301cole', 'école'],
  ])('%j', (typed, kept) => {
    expect(keptBody(typed)).toBe(kept);
  });

  test('a title is one line', () => {
    expect(keptTitle(' Le numérique\n\n  à   l’école\u3164 ')).toBe('Le numérique à l’école');
  });
});

test.each([
  ['', 'EMPTY'],
  [' \n\t ', 'EMPTY'],
  ['\u200d\u200d', 'EMPTY'],
  ['.', 'TOO_SHORT'],
  ['Oui', null],
  ['a'.repeat(20_000), null],
  ['😀'.repeat(20_000), null],
  ['a'.repeat(20_001), 'TOO_LONG'],
  ['Z\u0336\u0321\u0353\u0348a\u0338\u0322\u0354\u0349lgo', 'UNREADABLE'],
  ['tiếng Việt, ไทย, हिन्दी', null],
])('a message of %p', (typed, fault) => {
  expect(bodyFault(keptBody(typed))).toBe(fault);
});

test('a proposition is short', () => {
  expect(bodyFault('Équiper', true)).toBe('TOO_SHORT');
  expect(bodyFault('Équiper chaque classe d’un accès stable', true)).toBeNull();
  expect(bodyFault('a'.repeat(300), true)).toBeNull();
  expect(bodyFault('a'.repeat(301), true)).toBe('TOO_LONG');
});

test.each([
  ['', 'EMPTY'],
  ['Réseau', 'TOO_SHORT'],
  ['Le réseau de nos écoles', null],
  ['a'.repeat(150), null],
  ['a'.repeat(151), 'TOO_LONG'],
])('a title of %p', (typed, fault) => {
  expect(titleFault(keptTitle(typed))).toBe(fault);
});
