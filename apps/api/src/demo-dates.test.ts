import { describe, expect, test } from '@jest/globals';
import { demonstrationDates, finishedDates } from './demo-dates';

const dates = (opensAt: string, closesAt: string) => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
});

describe('the demonstration', () => {
  test.each([
    ['2026-11-22T09:00:00Z', '2026-11-02T00:00:00+01:00', '2026-12-20T23:59:59+01:00'],
    // Half past midnight in Paris is the eve in UTC.
    ['2026-11-21T23:30:00Z', '2026-11-02T00:00:00+01:00', '2026-12-20T23:59:59+01:00'],
    ['2026-03-30T12:00:00Z', '2026-03-10T00:00:00+01:00', '2026-04-27T23:59:59+02:00'],
    // The clocks go forward on 29 March 2026, and back on 25 October.
    ['2026-04-18T12:00:00Z', '2026-03-29T00:00:00+01:00', '2026-05-16T23:59:59+02:00'],
    ['2026-09-27T12:00:00Z', '2026-09-07T00:00:00+02:00', '2026-10-25T23:59:59+01:00'],
  ])('begun at %s runs from %s to %s', (now, opensAt, closesAt) => {
    expect(demonstrationDates(new Date(now), null)).toEqual(dates(opensAt, closesAt));
  });

  const inUse = dates('2026-11-02T00:00:00+01:00', '2026-12-20T23:59:59+01:00');
  const again = dates('2026-12-01T00:00:00+01:00', '2027-01-18T23:59:59+01:00');
  test.each([
    ['2026-12-20T23:59:58+01:00', inUse],
    ['2026-12-21T00:00:00+01:00', again],
  ])('at a later start, %s', (now, expected) => {
    expect(demonstrationDates(new Date(now), inUse)).toEqual(expected);
  });
});

test('a finished edition keeps its days, the last one whole', () => {
  expect(finishedDates({ opensOn: '2020-09-09', closesOn: '2020-10-10' })).toEqual(
    dates('2020-09-09T00:00:00+02:00', '2020-10-10T23:59:59+02:00'),
  );
});
