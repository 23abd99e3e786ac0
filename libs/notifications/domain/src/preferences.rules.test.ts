import { expect, test } from '@jest/globals';
import { endedKinds, mayMail, preferenceRefusal } from './preferences.rules';

test.each([
  [null, null],
  [1, null],
  [20, null],
  [0, 'PER_WEEK_OUT_OF_RANGE'],
  [21, 'PER_WEEK_OUT_OF_RANGE'],
  [-1, 'PER_WEEK_OUT_OF_RANGE'],
  [1.5, 'PER_WEEK_OUT_OF_RANGE'],
  [Number.NaN, 'PER_WEEK_OUT_OF_RANGE'],
])('%j mails a week: %j', (perWeek, refusal) => {
  expect(preferenceRefusal({ perWeek })).toBe(refusal);
});

test('the limit holds from the mail that reaches it', () => {
  expect([mayMail(0, 2), mayMail(1, 2), mayMail(2, 2), mayMail(1_000, null)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test('a link ends one kind, or whatever comes at its pace', () => {
  const forum = { FORUM_REPLIES: 'NONE', FORUM_OFFICIAL: 'NONE', FORUM_FOLLOWED: 'NONE' } as const;
  const frequencies = { ...forum, CONSULTATION: 'DAILY', RESULTS: 'IMMEDIATE' } as const;
  expect(endedKinds('RESULTS', frequencies)).toEqual(['RESULTS']);
  expect(endedKinds('DAILY', frequencies)).toEqual(['CONSULTATION']);
  expect(endedKinds('WEEKLY', frequencies)).toEqual([]);
  expect(endedKinds('DAILY', { ...forum, CONSULTATION: 'DAILY', RESULTS: 'DAILY' })).toEqual([
    'CONSULTATION',
    'RESULTS',
  ]);
});
