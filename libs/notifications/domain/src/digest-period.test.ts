import { describe, expect, test } from '@jest/globals';
import { dueDigests, weekOf } from './digest-period';

describe('digests', () => {
  test.each([
    ['before seven in Paris, in winter', '2026-01-15T05:59:59Z', []],
    ['from seven in Paris, in winter', '2026-01-15T06:00:00Z', ['2026-01-15', '2026-W03']],
    ['before seven in Paris, in summer', '2026-07-15T04:59:59Z', []],
    ['from seven in Paris, in summer', '2026-07-15T05:00:00Z', ['2026-07-15', '2026-W29']],
    ['late in the evening, the same ones', '2026-07-15T21:59:00Z', ['2026-07-15', '2026-W29']],
    ['after midnight in Paris, none', '2026-07-15T22:00:00Z', []],
  ])('%s', (_, now, periods) => {
    expect(dueDigests(new Date(now)).map(({ period }) => period)).toEqual(periods);
  });

  test.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in week %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });
});
