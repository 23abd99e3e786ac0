import { expect, test } from '@jest/globals';
import { deletionDue, deletionRefusal } from './deletion.rules';

test.each([
  ['SUPPRIMER', true, null],
  ['  supprimer ', true, null],
  ['', true, 'WRONG_CONFIRMATION'],
  ['SUPPRIMER MON COMPTE', true, 'WRONG_CONFIRMATION'],
  ['oui', false, 'WRONG_CONFIRMATION'],
  ['SUPPRIMER', false, 'LAST_ADMINISTRATOR'],
])('%j, others administering: %s → %s', (confirmation, leavesAdministrators, refusal) => {
  expect(deletionRefusal({ confirmation, leavesAdministrators })).toBe(refusal);
});

test('thirty days are left to change one’s mind', () => {
  expect(deletionDue(new Date('2026-11-22T10:00:00Z'))).toEqual(new Date('2026-12-22T10:00:00Z'));
});
