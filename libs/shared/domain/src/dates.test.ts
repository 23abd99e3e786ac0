import { expect, test } from '@jest/globals';
import { endOfDayInParis } from './dates';

test.each([
  ['2026-01-15', '2026-01-15T22:59:59.000Z'],
  ['2026-07-15', '2026-07-15T21:59:59.000Z'],
  ['2026-03-29', '2026-03-29T21:59:59.000Z'],
  ['2026-10-25', '2026-10-25T22:59:59.000Z'],
])('%s ends in Paris at %s', (day, end) => {
  expect(endOfDayInParis(day)?.toISOString()).toBe(end);
});

test.each(['', 'demain', '2026-02-31', '2026-1-1'])('%j is no day', (day) => {
  expect(endOfDayInParis(day)).toBeNull();
});
