import type { Role, RoleGrant } from '@preau/shared-domain';

const HOUR = 3_600_000;

/** Roles whose sessions end after an hour without a request: what they can see or do is worth stealing. */
const SENSITIVE = new Set<Role>(['moderator', 'coordinator', 'staff', 'admin']);

/** Whether a role wants a second factor and a short session. */
export const isSensitive = (role: Role): boolean => SENSITIVE.has(role);

/** The grants a session acts with: without a second factor shown for it, none of the sensitive ones. */
export function grantsInForce(
  grants: readonly RoleGrant[],
  session: { readonly secondFactorAt: Date | null; readonly suspended: boolean },
  secondFactorWanted: boolean,
): readonly RoleGrant[] {
  if (session.suspended) return [];
  if (!secondFactorWanted || session.secondFactorAt !== null) return grants;
  return grants.filter(({ role }) => !isSensitive(role));
}

/** The longest time, in milliseconds, any session may stay idle. */
export const LONGEST_IDLE_MS = 12 * HOUR;

/** How long, in milliseconds, a session of an account with these roles may stay idle. */
export function idleLimitMs(grants: readonly RoleGrant[]): number {
  return grants.some((grant) => SENSITIVE.has(grant.role)) ? HOUR : LONGEST_IDLE_MS;
}

/** Whether a session last seen then, of an account with these roles, still counts. */
export function isSessionAlive(lastSeenAt: Date, grants: readonly RoleGrant[], now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() < idleLimitMs(grants);
}

/** Whether a request is worth writing down: at most once a minute, so that reading pages does not write. */
export function isSightDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= 60_000;
}
