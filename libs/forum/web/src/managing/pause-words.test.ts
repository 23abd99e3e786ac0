import { expect, test } from '@jest/globals';
import { pauseInWords } from './pauses';

test.each([
  [30, '30 secondes'],
  [60, '1 minute'],
  [90, '90 secondes'],
  [300, '5 minutes'],
  [3_600, '1 heure'],
  [86_400, '1 jour'],
])('a pause of %i seconds is « %s »', (seconds, words) => {
  expect(pauseInWords(seconds).replace(/\s/g, ' ')).toBe(words);
});
