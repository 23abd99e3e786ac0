import type { Actor } from '@preau/shared-domain';
import { REASON_FAULTS, reasonFault } from './rights.rules';

interface SuspensionCase {
  readonly actor: Actor;
  /** Null when there is none, or it was deleted. */
  readonly account: { readonly id: string; readonly suspendedAt: Date | null } | null;
  /** As kept. */
  readonly reason: string;
}

export const SUSPEND_REFUSALS = [
  'UNKNOWN_ACCOUNT',
  'OWN_ACCOUNT',
  'ALREADY_SUSPENDED',
  ...REASON_FAULTS,
  'LAST_ADMINISTRATOR',
] as const;
export type SuspendRefusal = (typeof SUSPEND_REFUSALS)[number];

/** Why an account cannot be suspended, or null. */
export function suspendRefusal(
  // True too when the account is no administrator's.
  asked: SuspensionCase & { readonly leavesAdministrators: boolean },
): SuspendRefusal | null {
  const { actor, account, reason, leavesAdministrators } = asked;
  if (!account) return 'UNKNOWN_ACCOUNT';
  if (actor.kind === 'visitor' || actor.accountId === account.id) return 'OWN_ACCOUNT';
  if (account.suspendedAt !== null) return 'ALREADY_SUSPENDED';
  return reasonFault(reason) ?? (leavesAdministrators ? null : 'LAST_ADMINISTRATOR');
}

export const REINSTATE_REFUSALS = [
  'UNKNOWN_ACCOUNT',
  'OWN_ACCOUNT',
  'NOT_SUSPENDED',
  ...REASON_FAULTS,
] as const;
export type ReinstateRefusal = (typeof REINSTATE_REFUSALS)[number];

/** Why an account cannot be opened again, or null. */
export function reinstateRefusal({ actor, account, reason }: SuspensionCase): ReinstateRefusal | null {
  if (!account) return 'UNKNOWN_ACCOUNT';
  if (actor.kind === 'visitor' || actor.accountId === account.id) return 'OWN_ACCOUNT';
  if (account.suspendedAt === null) return 'NOT_SUSPENDED';
  return reasonFault(reason);
}
