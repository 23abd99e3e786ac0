import { describe, expect, test } from '@jest/globals';
import type { Actor, Role, RoleGrant } from '@preau/shared-domain';
import {
  recoveryCodeOf,
  removalRefusal,
  resetRefusal,
  rightsWaiting,
  SETUP_MINUTES,
  setupRefusal,
  stepsTaken,
  typedRecoveryCode,
} from './second-factor.rules';

const at = (seconds: number) => new Date(seconds * 1_000);
const grant = (role: Role): RoleGrant => ({ role, territory: null });

describe('codes are taken', () => {
  test.each<[number, number | null, number[]]>([
    [3_000, null, [100, 99, 101]],
    [3_029.9, null, [100, 99, 101]],
    [3_030, null, [101, 100, 102]],
    [3_000, 99, [100, 101]],
    [3_000, 100, [101]],
    [3_000, 101, []],
    [3_000, 500, []],
  ])('at %d s, after step %j: those of %j', (seconds, lastStep, steps) => {
    expect(stepsTaken(at(seconds), lastStep)).toEqual(steps);
  });
});

test.each<[string, Date | null, string | null]>([
  ['was never shown', null, 'EXPIRED'],
  ['was shown a moment ago', at(1_000), null],
  ['was shown a second less than its time ago', at(1_000 - SETUP_MINUTES * 60 + 1), null],
  ['was shown as long ago as it waits', at(1_000 - SETUP_MINUTES * 60), 'EXPIRED'],
])('a key that %s', (_, begunAt, refusal) => {
  expect(setupRefusal(begunAt, at(1_000))).toBe(refusal);
});

test.each<[Role[], boolean, string | null]>([
  [[], true, null],
  [['participant', 'teacher', 'facilitator'], true, null],
  [['teacher', 'staff'], true, 'WANTED_BY_ROLE'],
  [['coordinator'], true, 'WANTED_BY_ROLE'],
  [['admin'], false, null],
])('%j gives up its second factor (wanted: %s): %j', (roles, isWanted, refusal) => {
  expect(removalRefusal(roles.map(grant), isWanted)).toBe(refusal);
});

test.each<[string, Role[], Date | null, boolean, boolean, Role[]]>([
  ['without one', ['teacher', 'staff', 'moderator'], null, false, true, ['staff', 'moderator']],
  ['once it is shown', ['staff'], at(1), false, true, []],
  ['where none is wanted', ['staff'], null, false, false, []],
  ['without roles that want one', ['teacher'], null, false, true, []],
  ['suspended: nothing would come of it', ['staff'], null, true, true, []],
  ['a role in two places, once', ['coordinator', 'coordinator'], null, false, true, ['coordinator']],
])('rights that wait, %s', (_, roles, secondFactorAt, suspended, isWanted, waiting) => {
  expect(rightsWaiting(roles.map(grant), { secondFactorAt, suspended }, isWanted)).toEqual(waiting);
});

describe('a recovery code', () => {
  const code = recoveryCodeOf(Uint8Array.from({ length: 12 }, (_, index) => index * 21));

  test('is twelve letters in three groups', () => {
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
    expect(typedRecoveryCode(code)).toBe(code);
  });

  test.each([
    ['k7qm-2xrt-9bdw', 'k7qm-2xrt-9bdw'],
    [' K7QM 2XRT\u00a09BDW ', 'k7qm-2xrt-9bdw'],
    ['k7qm2xrt9bdw', 'k7qm-2xrt-9bdw'],
    ['OIL1–oil0—0000', '0111-0110-0000'],
    ['k7qm-2xrt-9bd', null],
    ['k7qm-2xrt-9bdwx', null],
    ['k7qm-2xrt-9bdu', null],
    ['k7qm-2xrt-9bdé', null],
    ['123456', null],
    ['', null],
  ])('typed %j is %j', (typed, read) => {
    expect(typedRecoveryCode(typed)).toBe(read);
  });
});

describe('a lost second factor is removed by an administrator, unless', () => {
  const actor: Actor = { kind: 'account', accountId: 'admin', sessionId: 's', grants: [grant('admin')] };
  const asked = { actor, account: { id: 'someone' }, hasSecondFactor: true, reason: 'Téléphone perdu' };
  test.each([
    ['nothing is wrong', {}, null],
    ['there is no such account', { account: null }, 'UNKNOWN_ACCOUNT'],
    ['it is their own', { account: { id: 'admin' } }, 'OWN_ACCOUNT'],
    ['there is none', { hasSecondFactor: false }, 'NO_SECOND_FACTOR'],
    ['they do not say why', { reason: 'perdu' }, 'REASON_TOO_SHORT'],
  ])('%s', (_, changes, expected) => {
    expect(resetRefusal({ ...asked, ...changes })).toBe(expected);
  });
});
