import { expect, test } from '@jest/globals';
import { participationSeries } from './participation-series';

test('days without an answer are there', () => {
  expect(
    participationSeries([
      { day: '2026-03-01', responses: 4 },
      { day: '2026-02-27', responses: 3 },
    ]),
  ).toEqual([
    { from: '2026-02-27', to: '2026-02-27', responses: 3 },
    { from: '2026-02-28', to: '2026-02-28', responses: 0 },
    { from: '2026-03-01', to: '2026-03-01', responses: 4 },
  ]);
});

test('many days go by weeks, the last one shorter, and nothing is lost', () => {
  const days = Array.from({ length: 73 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    responses: 1,
  }));
  const weeks = participationSeries(days);
  expect(weeks).toHaveLength(11);
  expect(weeks[0]).toEqual({ from: '2026-01-01', to: '2026-01-07', responses: 7 });
  expect(weeks.at(-1)).toEqual({ from: '2026-03-12', to: '2026-03-14', responses: 3 });
  expect(weeks.reduce((sum, { responses }) => sum + responses, 0)).toBe(73);
});

test('no answer, no series', () => {
  expect(participationSeries([])).toEqual([]);
});
