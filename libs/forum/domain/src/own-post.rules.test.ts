import { expect, test } from '@jest/globals';
import type { AttachedImage } from './image.rules';
import { deletionRefusal, editRefusal, type OwnPost } from './own-post.rules';
import { POST_STATUSES } from './post';
import { nextStatus, POST_EVENTS } from './status';
import { supportRefusal } from './support.rules';

const mine: OwnPost = {
  isAuthor: true,
  isSuspended: false,
  isTeam: false,
  status: 'PUBLISHED',
  phase: 'OPEN',
  isLocked: false,
  isProposition: false,
  revisions: 2,
};
const edit = { images: null as AttachedImage[] | null, title: null, body: 'Mieux dit.', revision: 2 };

test.each([
  ['one’s own', {}, {}, null],
  ['somebody else’s', { isAuthor: false }, {}, 'NOT_YOURS'],
  ['somebody else’s that is held', { isAuthor: false, status: 'HELD' as const }, {}, 'UNKNOWN_POST'],
  ['one’s own that is held', { status: 'HELD' as const }, {}, null],
  ['hidden by moderation', { status: 'HIDDEN' as const }, {}, 'UNKNOWN_POST'],
  ['deleted', { status: 'DELETED' as const }, {}, 'UNKNOWN_POST'],
  ['suspended', { isSuspended: true }, {}, 'SUSPENDED'],
  ['after the closing', { phase: 'CLOSED' as const }, {}, 'CLOSED'],
  ['of the team after the closing', { phase: 'CLOSED' as const, isTeam: true }, {}, null],
  ['locked', { isLocked: true }, {}, 'LOCKED'],
  ['too often', { revisions: 50 }, { revision: 50 }, 'TOO_MANY'],
  ['seen before another change', {}, { revision: 1 }, 'STALE_REVISION'],
  ['without words', {}, { body: '' }, 'EMPTY'],
  ['an image without a description', {}, { images: [{ id: 'a', alt: '' }] }, 'ALT_EMPTY'],
  ['a title too short', {}, { title: 'Non' }, 'TITLE_TOO_SHORT'],
  ['a long proposition', { isProposition: true }, { body: 'a'.repeat(301) }, 'TOO_LONG'],
])('editing: %s', (_, post, change, refusal) => {
  expect(editRefusal({ ...mine, ...post }, { ...edit, ...change })).toBe(refusal);
});

test.each([
  [true, 'PUBLISHED', null],
  [true, 'HELD', null],
  [true, 'HIDDEN', null],
  [true, 'DELETED', 'UNKNOWN_POST'],
  [false, 'PUBLISHED', 'NOT_YOURS'],
  [false, 'HELD', 'UNKNOWN_POST'],
  [false, 'HIDDEN', 'UNKNOWN_POST'],
  [false, 'DELETED', 'UNKNOWN_POST'],
] as const)('deleting: author %p, %s', (isAuthor, status, refusal) => {
  expect(deletionRefusal({ isAuthor, status })).toBe(refusal);
});

test('every event on every status', () => {
  const table = POST_STATUSES.map((status) => [
    status,
    ...POST_EVENTS.map((event) => nextStatus(status, event)),
  ]);
  expect(table).toEqual([
    // status, release, hide, restore, delete
    ['PUBLISHED', null, 'HIDDEN', null, 'DELETED'],
    ['HELD', 'PUBLISHED', 'HIDDEN', null, 'DELETED'],
    ['HIDDEN', null, null, 'PUBLISHED', 'DELETED'],
    ['DELETED', null, null, null, null],
  ]);
});

const post = {
  isAuthor: false,
  isSuspended: false,
  status: 'PUBLISHED',
  phase: 'OPEN',
  isLocked: false,
} as const;
test.each([
  [{}, null],
  [{ isAuthor: true }, 'OWN_POST'],
  [{ status: 'HELD' }, 'UNKNOWN_POST'],
  [{ status: 'HIDDEN' }, 'UNKNOWN_POST'],
  [{ status: 'DELETED' }, 'UNKNOWN_POST'],
  [{ isSuspended: true }, 'SUSPENDED'],
  [{ phase: 'UPCOMING' }, 'NOT_OPEN'],
  [{ phase: 'CLOSED' }, 'CLOSED'],
  [{ phase: 'REPORTED' }, 'CLOSED'],
  [{ isLocked: true }, 'LOCKED'],
] as const)('supporting: %p', (changes, refusal) => {
  expect(supportRefusal({ ...post, ...changes })).toBe(refusal);
});
