import { expect, test } from '@jest/globals';
import { altFault, imagesFault, imageSight, keptAlt } from './image.rules';

const image = (id: string, alt = 'Une salle de classe') => ({ id, alt });

test.each([
  ['none', [], null],
  ['four', ['a', 'b', 'c', 'd'].map((id) => image(id)), null],
  ['five', ['a', 'b', 'c', 'd', 'e'].map((id) => image(id)), 'TOO_MANY_IMAGES'],
  ['the same twice', [image('a'), image('a', 'Autre chose')], 'IMAGE_TWICE'],
  ['one without a description', [image('a'), image('b', '')], 'ALT_EMPTY'],
])('%s', (_, images, code) => {
  expect(imagesFault(images)).toBe(code);
});

test.each([
  ['  Un\u202e  tableau\nblanc ', 'Un tableau blanc', null],
  ['\u200b\u3164', '', 'ALT_EMPTY'],
  ['ab', 'ab', 'ALT_TOO_SHORT'],
  ['a'.repeat(300), 'a'.repeat(300), null],
  ['a'.repeat(301), 'a'.repeat(301), 'ALT_TOO_LONG'],
  ['Z\u0336\u0321\u0353\u0348algo', 'Z\u0336\u0321\u0353\u0348algo', 'ALT_UNREADABLE'],
])('a description: %j', (typed, kept, code) => {
  expect(keptAlt(typed).normalize()).toBe(kept.normalize());
  expect(altFault(keptAlt(typed))).toBe(code);
});

test.each([
  ['of a message that is read', {}, 'PUBLIC'],
  ['held by itself', { isHeld: true }, null],
  ['held by itself, for its author', { isHeld: true, isAuthor: true }, 'PRIVATE'],
  ['of a held message', { status: 'HELD' as const }, null],
  ['of a held message, for its author', { status: 'HELD' as const, isAuthor: true }, 'PRIVATE'],
  ['of a hidden message, for a moderator', { status: 'HIDDEN' as const, isKeeper: true }, 'PRIVATE'],
  ['of a deleted message, for both', { status: 'DELETED' as const, isAuthor: true, isKeeper: true }, null],
])('seen: %s', (_, given, sight) => {
  const image = { status: 'PUBLISHED' as const, isHeld: false, isAuthor: false, isKeeper: false };
  expect(imageSight({ ...image, ...given })).toBe(sight);
});
