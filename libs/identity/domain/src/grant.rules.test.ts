import { describe, expect, test } from '@jest/globals';
import { ROLES, type Actor, type Role, type RoleGrant, type Territory } from '@preau/shared-domain';
import { grantRefusal, revokeRefusal, type GrantCase, type GrantRefusal } from './grant.rules';

const now = new Date('2026-11-22T12:00:00Z');
const actor: Actor = {
  kind: 'account',
  accountId: 'admin',
  sessionId: 's',
  grants: [{ role: 'admin', territory: null }],
};
const lyon: Territory = { level: 'academie', code: '10' };
const account = { id: 'someone', suspendedAt: null, grants: [] as RoleGrant[], hasSecondFactor: true };
const asked: GrantCase = {
  actor,
  account,
  grant: { role: 'moderator', territory: null, themeId: null },
  isTerritoryKnown: true,
  isThemeKnown: true,
  reason: 'Remplace Claude Garnier',
  endsAt: null,
  now,
};
const grant = (role: Role, territory: Territory | null = null, themeId: string | null = null) => ({
  grant: { role, territory, themeId },
});

describe('a role is granted, unless', () => {
  test.each<[string, Partial<GrantCase>, GrantRefusal | null]>([
    ['nothing is wrong', {}, null],
    ['there is no such account', { account: null }, 'UNKNOWN_ACCOUNT'],
    ['it is one’s own', { account: { ...account, id: 'admin' } }, 'OWN_ACCOUNT'],
    ['the account is suspended', { account: { ...account, suspendedAt: now } }, 'ACCOUNT_SUSPENDED'],
    ['there is no reason', { reason: '' }, 'REASON_TOO_SHORT'],
    ['the reason is a few letters', { reason: 'parce que' }, 'REASON_TOO_SHORT'],
    ['the reason is signs', { reason: '............' }, 'REASON_TOO_SHORT'],
    ['the reason has no end', { reason: 'x'.repeat(501) }, 'REASON_TOO_LONG'],
    ['it ends this instant', { endsAt: now }, 'END_IN_PAST'],
    ['it ended yesterday', { endsAt: new Date('2026-11-21T12:00:00Z') }, 'END_IN_PAST'],
    ['it ends in a moment', { endsAt: new Date(now.getTime() + 1) }, null],
    ['everybody has the role', grant('participant'), 'NOT_GRANTABLE'],
    ['a coordinator has no territory', grant('coordinator'), 'TERRITORY_REQUIRED'],
    ['a coordinator has one', grant('coordinator', lyon), null],
    ['a coordinator has a theme', grant('coordinator', lyon, 't'), 'THEME_NOT_ALLOWED'],
    ['an administrator has a territory', grant('admin', lyon), 'TERRITORY_NOT_ALLOWED'],
    ['staff has a territory', grant('staff', lyon), 'TERRITORY_NOT_ALLOWED'],
    ['staff has a theme', grant('staff', null, 't'), 'THEME_NOT_ALLOWED'],
    ['a teacher has a territory', grant('teacher', lyon), 'TERRITORY_NOT_ALLOWED'],
    ['a moderator has both', grant('moderator', lyon, 't'), null],
    ['a facilitator has a territory', grant('facilitator', lyon), null],
    [
      'the territory does not exist',
      { ...grant('moderator', lyon), isTerritoryKnown: false },
      'UNKNOWN_TERRITORY',
    ],
    ['the theme does not exist', { ...grant('moderator', null, 't'), isThemeKnown: false }, 'UNKNOWN_THEME'],
  ])('%s', (_, changes, expected) => {
    expect(grantRefusal({ ...asked, ...changes })).toBe(expected);
  });

  test.each(ROLES.filter((role) => role !== 'participant'))('without a second factor: %s', (role) => {
    const territory = role === 'coordinator' ? lyon : null;
    const refusal = grantRefusal({
      ...asked,
      ...grant(role, territory),
      account: { ...account, hasSecondFactor: false },
    });
    const isSensitive = ['moderator', 'coordinator', 'staff', 'admin'].includes(role);
    expect(refusal).toBe(isSensitive ? 'SECOND_FACTOR_REQUIRED' : null);
  });

  test('it still runs, for the same place and theme', () => {
    const held = { ...account, grants: [grant('moderator', lyon, 't').grant] };
    const again = (role: Role, territory: Territory | null, themeId: string | null) =>
      grantRefusal({ ...asked, ...grant(role, territory, themeId), account: held });
    expect(again('moderator', { ...lyon }, 't')).toBe('ALREADY_GRANTED');
    expect(again('moderator', lyon, 'u')).toBeNull();
    expect(again('moderator', lyon, null)).toBeNull();
    expect(again('moderator', { level: 'departement', code: '10' }, 't')).toBeNull();
    expect(again('facilitator', lyon, null)).toBeNull();
  });
});

describe('a grant is taken back, unless', () => {
  const held = { accountId: 'someone', role: 'admin' as const, isRunning: true };
  const revoking = { actor, grant: held, leavesAdministrators: true, reason: 'A quitté le service' };
  test.each([
    ['nothing is wrong', {}, null],
    ['there is none', { grant: null }, 'UNKNOWN_GRANT'],
    ['it is one’s own', { grant: { ...held, accountId: 'admin' } }, 'OWN_ACCOUNT'],
    ['it has ended', { grant: { ...held, isRunning: false } }, 'ALREADY_ENDED'],
    ['there is no reason', { reason: ' ' }, 'REASON_TOO_SHORT'],
    ['nobody would administer', { leavesAdministrators: false }, 'LAST_ADMINISTRATOR'],
    [
      'nobody administers anyway, and it is another role',
      { leavesAdministrators: false, grant: { ...held, role: 'staff' as const } },
      null,
    ],
  ])('%s', (_, changes, expected) => {
    expect(revokeRefusal({ ...revoking, ...changes })).toBe(expected);
  });
});
