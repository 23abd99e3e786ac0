import { expect, test } from '@jest/globals';
import { relativeTime } from './relative-time';

const now = Date.parse('2026-11-22T12:00:00Z');

test.each([
  ['2026-11-22T12:00:05Z', 'à l’instant'],
  ['2026-11-22T11:59:30Z', 'à l’instant'],
  ['2026-11-22T11:58:59Z', 'il y a 1 minute'],
  ['2026-11-22T09:00:00Z', 'il y a 3 heures'],
  ['2026-11-21T11:00:00Z', 'hier'],
  ['2026-11-10T12:00:00Z', 'il y a 12 jours'],
  ['2026-10-01T12:00:00Z', 'le 1er octobre 2026'],
])('%s: %s', (value, said) => {
  expect(relativeTime(value, now).replace(/\u00a0/g, ' ')).toBe(said);
});
