import { describe, expect, test } from '@jest/globals';
import { followTopicRefusal, MUTED_MAX, muteRefusal } from './following.rules';

test.each([
  ['PUBLISHED', null],
  ['HELD', null],
  ['HIDDEN', 'UNKNOWN_TOPIC'],
  ['DELETED', 'UNKNOWN_TOPIC'],
  [null, 'UNKNOWN_TOPIC'],
] as const)('following a topic that is %s: %s', (status, refusal) => {
  expect(followTopicRefusal(status)).toBe(refusal);
});

describe('muting', () => {
  const somebody = { isOneself: false, isKnown: true, isMuted: false, muted: 0 };
  test.each([
    ['somebody', {}, null],
    ['somebody again, however many there are', { isMuted: true, muted: MUTED_MAX }, null],
    ['oneself', { isOneself: true }, 'ONESELF'],
    ['somebody who is not there', { isKnown: false }, 'UNKNOWN_PERSON'],
    ['one too many', { muted: MUTED_MAX }, 'TOO_MANY'],
  ])('%s', (_, person, refusal) => {
    expect(muteRefusal({ ...somebody, ...person })).toBe(refusal);
  });
});
