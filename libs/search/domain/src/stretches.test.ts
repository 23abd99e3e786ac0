import { expect, test } from '@jest/globals';
import { stretchesOf, WORD } from './stretches';

/** A sample drawn the same each time: letters of many scripts, accents apart, figures, signs, halves and wholes of pairs. */
const SIGNS = [
  ..." aZéÉœ’'-_.,«»0٣²ßnЖ日\u0301\u0300\u200d\u00ad\u{1f600}\u{1d49c}\n",
  String.fromCharCode(0xd83d),
];
let seed = 20261122;
const drawn = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

test('the words of any text stand where the expression finds them', () => {
  for (let round = 0; round < 3_000; round += 1) {
    const text = Array.from({ length: drawn(30) }, () => SIGNS[drawn(SIGNS.length)]).join('');
    const expected = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    expect(stretchesOf(text)).toEqual(expected);
  }
});
