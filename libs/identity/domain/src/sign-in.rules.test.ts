import { describe, expect, test } from '@jest/globals';
import { codeRefusal, linkRefusal, mayMailAgain, signInExpiry, typedCode, wrongCode } from './sign-in.rules';

const now = new Date('2026-11-22T10:00:00Z');
const fresh = { expiresAt: signInExpiry(now), usedAt: null, failedTries: 0 };
const at = (minutes: number, seconds = 0) => new Date(now.getTime() + (minutes * 60 + seconds) * 1_000);

describe('a mail', () => {
  test.each([
    ['at once', fresh, now, null, null],
    ['a second before its end', fresh, at(14, 59), null, null],
    ['after fifteen minutes', fresh, at(15), 'EXPIRED', 'EXPIRED'],
    ['once used', { ...fresh, usedAt: now }, at(1), 'EXPIRED', 'EXPIRED'],
    ['after four wrong codes', { ...fresh, failedTries: 4 }, at(1), null, null],
    ['after five wrong codes', { ...fresh, failedTries: 5 }, at(1), 'TOO_MANY_TRIES', null],
    ['expired and tried out', { ...fresh, failedTries: 5 }, at(16), 'EXPIRED', 'EXPIRED'],
  ])('%s', (_, attempt, moment, code, link) => {
    expect(codeRefusal(attempt, moment)).toBe(code);
    expect(linkRefusal(attempt, moment)).toBe(link);
  });
});

test.each([
  [1, { code: 'INVALID', triesLeft: 4 }],
  [4, { code: 'INVALID', triesLeft: 1 }],
  [5, { code: 'TOO_MANY_TRIES', triesLeft: 0 }],
])('wrong code number %i', (failedTries, answer) => {
  expect(wrongCode(failedTries)).toEqual(answer);
});

test('three mails an hour, not four', () => {
  expect([0, 2, 3, 9].map(mayMailAgain)).toEqual([true, true, false, false]);
});

test('a code is read through the spaces around and inside it', () => {
  expect(['123456', ' 123 456\n', '123\u00a0456', '123\u202f456'].map(typedCode)).toEqual(
    Array.from({ length: 4 }, () => '123456'),
  );
});
