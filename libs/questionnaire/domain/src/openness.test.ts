import { expect, test } from '@jest/globals';
import { openness, type OpeningTimes } from './openness';

const opensAt = new Date('2026-01-20T00:00:00Z');
const closesAt = new Date('2026-03-09T00:00:00Z');

test.each<[OpeningTimes['status'], string, ReturnType<typeof openness>]>([
  ['PUBLISHED', '2026-01-19T23:59:59.999Z', 'NOT_OPEN'],
  ['PUBLISHED', '2026-01-20T00:00:00.000Z', null],
  ['PUBLISHED', '2026-03-08T23:59:59.999Z', null],
  ['PUBLISHED', '2026-03-09T00:00:00.000Z', 'CLOSED'],
  ['CLOSED', '2026-02-01T00:00:00.000Z', 'CLOSED'],
  ['DRAFT', '2026-02-01T00:00:00.000Z', 'NOT_OPEN'],
])('%s at %s: %s', (status, now, expected) => {
  expect(openness({ status, opensAt, closesAt }, new Date(now))).toBe(expected);
});
