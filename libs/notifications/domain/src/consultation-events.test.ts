import { expect, test } from '@jest/globals';
import { eventsOf } from './consultation-events';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const dates = { opensAt: day(10), closesAt: day(30), reportedAt: day(40) };
const at = (now: Date, given = dates) => eventsOf(given, now).map(({ event }) => event);

test.each([
  ['to come', day(9), []],
  ['open', day(10), ['CONSULTATION_OPENED']],
  ['a second before its last week', new Date(day(23).getTime() - 1_000), ['CONSULTATION_OPENED']],
  ['in its last week', day(23), ['CONSULTATION_OPENED', 'CONSULTATION_CLOSING']],
  ['closed', day(30), ['CONSULTATION_OPENED', 'CONSULTATION_CLOSED']],
  ['reported', day(40), ['CONSULTATION_OPENED', 'CONSULTATION_CLOSED', 'CONSULTATION_REPORTED']],
])('%s', (_, now, events) => {
  expect(at(now)).toEqual(events);
});

test('a consultation of a week or less is never « closing »', () => {
  const short = { ...dates, opensAt: day(23) };
  expect(at(day(29), short)).toEqual(['CONSULTATION_OPENED']);
});

test('a consultation whose report is still to come is not reported', () => {
  expect(at(day(35))).not.toContain('CONSULTATION_REPORTED');
});
