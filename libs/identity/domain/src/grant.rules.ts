import type { Actor, Role, RoleGrant } from '@preau/shared-domain';
import { isSameScope, REASON_FAULTS, reasonFault } from './rights.rules';
import { isSensitive } from './session.rules';

/** Where and on what each role can be granted. */
export const GRANT_SCOPES = {
  // Everybody with an account takes part: there is nothing to grant.
  participant: null,
  teacher: { territory: 'never', theme: 'never' },
  facilitator: { territory: 'may', theme: 'never' },
  moderator: { territory: 'may', theme: 'may' },
  coordinator: { territory: 'must', theme: 'never' },
  staff: { territory: 'never', theme: 'never' },
  admin: { territory: 'never', theme: 'never' },
} as const satisfies Record<Role, { territory: 'never' | 'may' | 'must'; theme: 'never' | 'may' } | null>;

export const GRANT_REFUSALS = [
  'UNKNOWN_ACCOUNT',
  'OWN_ACCOUNT',
  'ACCOUNT_SUSPENDED',
  'NOT_GRANTABLE',
  ...REASON_FAULTS,
  'END_IN_PAST',
  'TERRITORY_REQUIRED',
  'TERRITORY_NOT_ALLOWED',
  'UNKNOWN_TERRITORY',
  'THEME_NOT_ALLOWED',
  'UNKNOWN_THEME',
  'SECOND_FACTOR_REQUIRED',
  'ALREADY_GRANTED',
] as const;
export type GrantRefusal = (typeof GRANT_REFUSALS)[number];

/** What is known when a role is about to be granted. */
export interface GrantCase {
  readonly actor: Actor;
  /** Null when there is none, or it was deleted. */
  readonly account: {
    readonly id: string;
    readonly suspendedAt: Date | null;
    /** Its grants that still run. */
    readonly grants: readonly RoleGrant[];
    /** It has a second factor, or this deployment asks for none. */
    readonly hasSecondFactor: boolean;
  } | null;
  readonly grant: RoleGrant;
  /** Whether the territory and the theme named exist; true when none is named. */
  readonly isTerritoryKnown: boolean;
  readonly isThemeKnown: boolean;
  /** As kept. */
  readonly reason: string;
  readonly endsAt: Date | null;
  readonly now: Date;
}

/** Why a role cannot be granted, or null. */
export function grantRefusal(asked: GrantCase): GrantRefusal | null {
  const { actor, account, grant, reason, endsAt, now } = asked;
  if (!account) return 'UNKNOWN_ACCOUNT';
  if (actor.kind === 'visitor' || actor.accountId === account.id) return 'OWN_ACCOUNT';
  if (account.suspendedAt !== null) return 'ACCOUNT_SUSPENDED';
  return (
    scopeRefusal(asked) ??
    reasonFault(reason) ??
    (endsAt !== null && endsAt <= now ? 'END_IN_PAST' : null) ??
    (isSensitive(grant.role) && !account.hasSecondFactor ? 'SECOND_FACTOR_REQUIRED' : null) ??
    (account.grants.some((held) => isSameScope(held, grant)) ? 'ALREADY_GRANTED' : null)
  );
}

function scopeRefusal({ grant, isTerritoryKnown, isThemeKnown }: GrantCase): GrantRefusal | null {
  const scope = GRANT_SCOPES[grant.role];
  if (!scope) return 'NOT_GRANTABLE';
  if (scope.territory === 'must' && !grant.territory) return 'TERRITORY_REQUIRED';
  if (scope.territory === 'never' && grant.territory) return 'TERRITORY_NOT_ALLOWED';
  if (!isTerritoryKnown) return 'UNKNOWN_TERRITORY';
  if (scope.theme === 'never' && grant.themeId) return 'THEME_NOT_ALLOWED';
  return isThemeKnown ? null : 'UNKNOWN_THEME';
}

export const REVOKE_REFUSALS = [
  'UNKNOWN_GRANT',
  'OWN_ACCOUNT',
  'ALREADY_ENDED',
  ...REASON_FAULTS,
  'LAST_ADMINISTRATOR',
] as const;
export type RevokeRefusal = (typeof REVOKE_REFUSALS)[number];

/** Why a grant cannot be taken back, or null. */
export function revokeRefusal(asked: {
  readonly actor: Actor;
  readonly grant: { readonly accountId: string; readonly role: Role; readonly isRunning: boolean } | null;
  /** Others will still be administrators, with no end set. */
  readonly leavesAdministrators: boolean;
  readonly reason: string;
}): RevokeRefusal | null {
  const { actor, grant, leavesAdministrators, reason } = asked;
  if (!grant) return 'UNKNOWN_GRANT';
  if (actor.kind === 'visitor' || actor.accountId === grant.accountId) return 'OWN_ACCOUNT';
  if (!grant.isRunning) return 'ALREADY_ENDED';
  const isLast = grant.role === 'admin' && !leavesAdministrators;
  return reasonFault(reason) ?? (isLast ? 'LAST_ADMINISTRATOR' : null);
}
