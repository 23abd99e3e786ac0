import type { Actor, Role, RoleGrant } from '@preau/shared-domain';
import { REASON_FAULTS, reasonFault } from './rights.rules';
import { grantsInForce, isSensitive } from './session.rules';

/** How long one code of the application stands. Source: RFC 6238, and what every application does. */
export const TOTP_SECONDS = 30;
/** Clocks differ: a code is taken one step before and one after its own. */
const TOTP_WINDOW = 1;
/** How long a key that was shown waits for its first code. */
export const SETUP_MINUTES = 30;
/** Recovery codes given at once. */
export const RECOVERY_CODES = 10;

export const SECOND_FACTOR_REFUSALS = [
  'EXPIRED',
  'INVALID',
  'NOT_ACTIVE',
  'TOO_MANY_TRIES',
  'WANTED_BY_ROLE',
] as const;
export type SecondFactorRefusal = (typeof SECOND_FACTOR_REFUSALS)[number];

/** The steps whose codes are taken now, the likeliest first: none that was taken before, nor any earlier one. */
export function stepsTaken(now: Date, lastStep: number | null): number[] {
  const step = Math.floor(now.getTime() / 1_000 / TOTP_SECONDS);
  return [step, step - TOTP_WINDOW, step + TOTP_WINDOW].filter((one) => lastStep === null || one > lastStep);
}

/** Why a key that was shown then can no longer be confirmed, or null. */
export function setupRefusal(begunAt: Date | null, now: Date): SecondFactorRefusal | null {
  const isBegun = begunAt !== null && now.getTime() - begunAt.getTime() < SETUP_MINUTES * 60_000;
  return isBegun ? null : 'EXPIRED';
}

/** Why an account with these roles cannot give its second factor up, or null. It can always replace it. */
export function removalRefusal(grants: readonly RoleGrant[], isWanted: boolean): SecondFactorRefusal | null {
  return isWanted && grants.some(({ role }) => isSensitive(role)) ? 'WANTED_BY_ROLE' : null;
}

export const RESET_REFUSALS = [
  'UNKNOWN_ACCOUNT',
  'OWN_ACCOUNT',
  'NO_SECOND_FACTOR',
  ...REASON_FAULTS,
] as const;
export type ResetRefusal = (typeof RESET_REFUSALS)[number];

/** Why an administrator cannot remove a lost second factor, or null. Of their own they show a code, as everybody does. */
export function resetRefusal(asked: {
  readonly actor: Actor;
  /** Null when there is none, or it was deleted. */
  readonly account: { readonly id: string } | null;
  readonly hasSecondFactor: boolean;
  /** As kept. */
  readonly reason: string;
}): ResetRefusal | null {
  const { actor, account, hasSecondFactor, reason } = asked;
  if (!account) return 'UNKNOWN_ACCOUNT';
  if (actor.kind === 'visitor' || actor.accountId === account.id) return 'OWN_ACCOUNT';
  return hasSecondFactor ? reasonFault(reason) : 'NO_SECOND_FACTOR';
}

/** The roles a session does not act with for want of a second factor, each once. */
export function rightsWaiting(
  grants: readonly RoleGrant[],
  session: { readonly secondFactorAt: Date | null; readonly suspended: boolean },
  isWanted: boolean,
): Role[] {
  if (session.suspended) return [];
  const inForce = new Set(grantsInForce(grants, session, isWanted));
  return [...new Set(grants.filter((grant) => !inForce.has(grant)).map(({ role }) => role))];
}

/** Figures and letters that are not taken for one another. Source: Crockford's base 32. */
const RECOVERY_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const RECOVERY_LENGTH = 12;
const GROUPS = /.{4}(?=.)/g;

/** A recovery code drawn from as many random bytes as it has letters: 60 bits, written « k7qm-2xrt-9bdw ». */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, RECOVERY_LENGTH)].map((byte) => RECOVERY_LETTERS[byte % 32]);
  return letters.join('').replace(GROUPS, '$&-');
}

/** The one written form of what was typed as a recovery code; null when it cannot be one. */
export function typedRecoveryCode(typed: string): string | null {
  const letters = typed
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  const isCode =
    letters.length === RECOVERY_LENGTH && [...letters].every((one) => RECOVERY_LETTERS.includes(one));
  return isCode ? letters.replace(GROUPS, '$&-') : null;
}
