import { describe, expect, test } from '@jest/globals';
import { byInterest, daysLeft, phaseOf, publicReport, type ConsultationDates } from './phase';

const dates = (opensAt: string, closesAt: string, reportedAt: string | null = null): ConsultationDates => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
  reportedAt: reportedAt === null ? null : new Date(reportedAt),
});

describe('phaseOf', () => {
  const edition = dates(
    '2015-01-20T00:00:00+01:00',
    '2015-03-10T00:00:00+01:00',
    '2015-05-07T09:00:00+02:00',
  );
  test.each([
    ['2015-01-19T23:59:59.999+01:00', 'UPCOMING'],
    ['2015-01-20T00:00:00+01:00', 'OPEN'],
    ['2015-03-09T23:59:59.999+01:00', 'OPEN'],
    ['2015-03-10T00:00:00+01:00', 'CLOSED'],
    ['2015-05-07T08:59:59+02:00', 'CLOSED'],
    ['2015-05-07T09:00:00+02:00', 'REPORTED'],
  ])('%s: %s', (now, phase) => {
    expect(phaseOf(edition, new Date(now))).toBe(phase);
  });

  test('closed for good when there is no report', () => {
    expect(phaseOf({ ...edition, reportedAt: null }, new Date('2026-01-01T00:00:00Z'))).toBe('CLOSED');
  });

  test('a report dated too early does not close it', () => {
    const early = { ...edition, reportedAt: edition.opensAt };
    expect(phaseOf(early, new Date('2015-02-01T00:00:00Z'))).toBe('OPEN');
  });
});

describe('daysLeft', () => {
  const midnight = dates('2015-01-20T00:00:00+01:00', '2015-03-10T00:00:00+01:00');
  const evening = dates('2015-01-20T00:00:00+01:00', '2015-03-09T23:59:59+01:00');
  test.each([
    ['2015-01-19T12:00:00+01:00', null],
    ['2015-03-07T00:30:00+01:00', 2],
    ['2015-03-08T23:59:00+01:00', 1],
    ['2015-03-09T00:00:00+01:00', 0],
    ['2015-03-09T23:59:58+01:00', 0],
    ['2015-03-10T00:00:00+01:00', null],
  ])('%s: %s', (now, days) => {
    expect(daysLeft(midnight, new Date(now))).toBe(days);
    expect(daysLeft(evening, new Date(now))).toBe(days);
  });

  test('the clocks going forward on the way change nothing', () => {
    const spring = dates('2026-03-01T00:00:00+01:00', '2026-04-01T00:00:00+02:00');
    expect(daysLeft(spring, new Date('2026-03-28T23:30:00+01:00'))).toBe(3);
  });
});

test('publicReport: nothing before the day it is published', () => {
  const written = { ...dates('2015-01-20', '2015-03-10', '2015-05-07'), report: ['Bilan.'] };
  expect(publicReport(written, new Date('2015-05-06'))).toEqual([]);
  expect(publicReport(written, new Date('2015-05-07'))).toEqual(['Bilan.']);
});

test('byInterest: open, then to come, then the latest', () => {
  const all = {
    old: dates('2015-01-20', '2015-03-10', '2015-05-07'),
    recent: dates('2025-01-20', '2025-03-10'),
    far: dates('2028-01-01', '2028-02-01'),
    soon: dates('2027-01-01', '2027-02-01'),
    long: dates('2026-01-01', '2026-12-31'),
    ending: dates('2026-01-01', '2026-11-30'),
  };
  const order = Object.values(all).toSorted(byInterest(new Date('2026-11-22')));
  expect(order).toEqual([all.ending, all.long, all.soon, all.far, all.recent, all.old]);
});
