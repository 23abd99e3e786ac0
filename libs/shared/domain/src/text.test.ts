import { expect, test } from '@jest/globals';
import { cutText, isStorableText } from './text';

test.each([
  ['numérique', 20, 'numérique'],
  ['numérique', 4, 'numé'],
  ['oui 😀😀', 6, 'oui 😀'],
  ['oui 😀😀', 7, 'oui 😀'],
  ['😀', 1, ''],
])('%s cut at %i', (text, units, cut) => {
  expect(cutText(text, units)).toBe(cut);
  expect(isStorableText(cutText(text, units))).toBe(true);
});
