import { expect, test } from '@jest/globals';
import { accountState, maskedEmail, searchWords } from './account-state';

const then = new Date('2026-11-01T12:00:00Z');
const open = { suspendedAt: null, deletionDueAt: null, deletedAt: null };

test.each([
  [open, 'ACTIVE'],
  [{ ...open, deletionDueAt: then }, 'DELETION_ASKED'],
  [{ ...open, deletionDueAt: then, suspendedAt: then }, 'SUSPENDED'],
  [{ deletionDueAt: then, suspendedAt: then, deletedAt: then }, 'DELETED'],
] as const)('%j is %s', (account, state) => {
  expect(accountState(account)).toBe(state);
});

test.each([
  ['dominique.petit@ac-lyon.fr', 'do…@ac-lyon.fr'],
  ['abcd@example.org', 'a…@example.org'],
  ['a@example.org', 'a…@example.org'],
])('%s is shown as %s', (email, masked) => {
  expect(maskedEmail(email)).toBe(masked);
});

test.each([
  ['  Élodie\u00a0 PETIT ', ['elodie', 'petit']],
  ['E\u0301lodie', ['elodie']],
  ['', []],
  ['a b c d e f g', ['a', 'b', 'c', 'd', 'e']],
])('%j is looked for as %j', (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});
