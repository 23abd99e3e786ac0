import { expect, test } from '@jest/globals';
import { DRAFT_LENGTH, draftPlace, draftRefusal, keptDraftKey } from './draft.rules';

const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];

test.each([
  [`topic:${A}`, { of: 'topic', themeId: A }],
  [`reply:${A}:${B}`, { of: 'reply', topicId: A, parentId: B }],
  [`proposition:${A}`, { of: 'proposition', topicId: A }],
  [`proposition:${A}:${B}`, null],
  [`edit:${A.toUpperCase()}`, { of: 'edit', postId: A }],
  [`reply:${A}`, null],
  [`topic:${A}:${B}`, null],
  [`topic:${A}\n`, null],
  [` topic:${A}`, null],
  [`draft:${A}`, null],
  ['topic:x', null],
  ['', null],
])('%j', (key, place) => {
  expect(draftPlace(keptDraftKey(key))).toEqual(place);
});

test('a draft may be longer than a message, not endless', () => {
  expect(draftRefusal(null, '')).toBeNull();
  expect(draftRefusal('x'.repeat(DRAFT_LENGTH.title), 'x'.repeat(DRAFT_LENGTH.body))).toBeNull();
  expect(draftRefusal(null, 'x'.repeat(DRAFT_LENGTH.body + 1))).toBe('TOO_LARGE');
  expect(draftRefusal('x'.repeat(DRAFT_LENGTH.title + 1), '')).toBe('TOO_LARGE');
  const alt = 'x'.repeat(DRAFT_LENGTH.alt);
  expect(draftRefusal(null, '', [alt, '', '', ''])).toBeNull();
  expect(draftRefusal(null, '', ['', '', '', '', ''])).toBe('TOO_LARGE');
  expect(draftRefusal(null, '', [`${alt}x`])).toBe('TOO_LARGE');
});
