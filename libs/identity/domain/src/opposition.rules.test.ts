import { expect, test } from '@jest/globals';
import { answerOppositionRefusal, opposeRefusal } from './opposition.rules';

const words = 'Je ne veux plus que mon compte serve à cela.';
const opposable = { opposition: { possible: true } };

test.each([
  [undefined, words, 'UNKNOWN_PROCESSING'],
  [{ opposition: { possible: false } }, words, 'NOT_OPPOSABLE'],
  [opposable, 'non', 'TEXT_TOO_SHORT'],
  [opposable, '\u200d'.repeat(20), 'TEXT_TOO_SHORT'],
  [opposable, 'a'.repeat(4001), 'TEXT_TOO_LONG'],
  [opposable, 'a'.repeat(4000), null],
  [opposable, words, null],
])('objecting to %j: %#', (processing, reason, refusal) => {
  expect(opposeRefusal(processing, reason)).toBe(refusal);
});

test.each([
  ['open', true, words, 'OWN_OPPOSITION'],
  ['accepted', false, words, 'ALREADY_ANSWERED'],
  ['refused', false, words, 'ALREADY_ANSWERED'],
  ['open', false, 'oui', 'TEXT_TOO_SHORT'],
  ['open', false, words, null],
] as const)('answering one %s, own: %s', (state, isOwn, answer, refusal) => {
  expect(answerOppositionRefusal({ state, isOwn, answer })).toBe(refusal);
});
