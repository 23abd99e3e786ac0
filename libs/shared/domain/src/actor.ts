import type { Territory } from './territory';

/** What an account may be granted, beside simply having an account. */
export const ROLES = [
  'participant',
  'teacher',
  'facilitator',
  'moderator',
  'coordinator',
  'staff',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** A role and where it holds: everywhere when no territory is named, on everything when no theme is. */
export interface RoleGrant {
  readonly role: Role;
  readonly territory: Territory | null;
  /** Id of a theme. */
  readonly themeId?: string | null;
}

/** Whoever sends a request: nobody in particular, or an account with its roles. */
export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly sessionId: string;
      /** May read, answer, download what is theirs and complain; holds no role and writes nowhere. */
      readonly suspended?: boolean;
      readonly grants: readonly RoleGrant[];
    };

/** Somebody who has proved which account is theirs. */
export type SignedIn = Extract<Actor, { kind: 'account' }>;

export const VISITOR: Actor = { kind: 'visitor' };

/** True when the actor holds the role somewhere. An administrator holds the role of staff everywhere. */
export function hasRole(actor: Actor, role: Role): boolean {
  if (actor.kind === 'visitor') return false;
  return actor.grants.some((grant) => grant.role === role || (grant.role === 'admin' && role === 'staff'));
}
