import { describe, expect, test } from '@jest/globals';
import { VISITOR, type Actor, type Role } from '@preau/shared-domain';
import { accountRights, mayReadAudit, maySeeAccounts } from './rights.rules';
import { reinstateRefusal, suspendRefusal } from './suspension.rules';

const with_ = (role: Role): Actor => ({
  kind: 'account',
  accountId: role,
  sessionId: 's',
  grants: [{ role, territory: null }],
});
const actor = with_('admin');
const then = new Date('2026-11-01T12:00:00Z');
const open = { id: 'someone', suspendedAt: null, deletedAt: null, hasSecondFactor: true };
const closed = { ...open, suspendedAt: then };
const reason = 'Envois répétés de publicité';

describe('an account is suspended, unless', () => {
  const asked = { actor, account: open, reason, leavesAdministrators: true };
  test.each([
    ['nothing is wrong', {}, null],
    ['there is none', { account: null }, 'UNKNOWN_ACCOUNT'],
    ['it is one’s own', { account: { ...open, id: 'admin' } }, 'OWN_ACCOUNT'],
    ['it already is', { account: closed }, 'ALREADY_SUSPENDED'],
    ['there is no reason', { reason: 'spam' }, 'REASON_TOO_SHORT'],
    ['nobody would administer', { leavesAdministrators: false }, 'LAST_ADMINISTRATOR'],
  ])('%s', (_, changes, expected) => {
    expect(suspendRefusal({ ...asked, ...changes })).toBe(expected);
  });
});

describe('an account is opened again, unless', () => {
  const asked = { actor, account: closed, reason };
  test.each([
    ['nothing is wrong', {}, null],
    ['there is none', { account: null }, 'UNKNOWN_ACCOUNT'],
    ['it is one’s own', { account: { ...closed, id: 'admin' } }, 'OWN_ACCOUNT'],
    ['it is open', { account: open }, 'NOT_SUSPENDED'],
    ['there is no reason', { reason: '' }, 'REASON_TOO_SHORT'],
  ])('%s', (_, changes, expected) => {
    expect(reinstateRefusal({ ...asked, ...changes })).toBe(expected);
  });
});

describe('what one may do with an account', () => {
  const nothing = { grant: false, suspend: false, reinstate: false, resetSecondFactor: false };
  test('an administrator: grant and suspend, or open again', () => {
    const rest = { resetSecondFactor: true };
    expect(accountRights(actor, open)).toEqual({ grant: true, suspend: true, reinstate: false, ...rest });
    expect(accountRights(actor, closed)).toEqual({ grant: false, suspend: false, reinstate: true, ...rest });
  });
  test('a second factor is removed where there is one', () => {
    const without = { ...open, hasSecondFactor: false };
    expect(accountRights(actor, without)).toMatchObject({ grant: true, resetSecondFactor: false });
  });
  test('nothing with one’s own, nor with a deleted one', () => {
    expect(accountRights(actor, { ...open, id: 'admin' })).toEqual(nothing);
    expect(accountRights(actor, { ...open, deletedAt: then })).toEqual(nothing);
  });
  test.each([
    VISITOR,
    ...(['participant', 'teacher', 'facilitator', 'moderator', 'coordinator', 'staff'] as const).map(with_),
  ])('nothing for others: %j', (other) => {
    expect(accountRights(other, open)).toEqual(nothing);
    expect(accountRights(other, closed)).toEqual(nothing);
    expect(maySeeAccounts(other)).toBe(false);
    expect(mayReadAudit(other)).toBe(false);
  });
  test('an administrator sees accounts and reads the log', () => {
    expect([maySeeAccounts(actor), mayReadAudit(actor)]).toEqual([true, true]);
  });
});
