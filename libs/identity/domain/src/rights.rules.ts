import { cleanText, countCharacters, hasRole, type Actor, type RoleGrant } from '@preau/shared-domain';

/** What whoever changes rights writes down: long enough to mean something to whoever reads the log. */
export const REASON_LENGTH = { min: 10, max: 500 } as const;

export const REASON_FAULTS = ['REASON_TOO_SHORT', 'REASON_TOO_LONG'] as const;
export type ReasonFault = (typeof REASON_FAULTS)[number];

/** The reason as it is kept: clean, on one line, spaces single. */
export const keptReason = (typed: string): string => cleanText(typed).replace(/\s+/gu, ' ');

/** What is wrong with a reason (already as kept), or null. */
export function reasonFault(reason: string): ReasonFault | null {
  const length = countCharacters(reason);
  if (length < REASON_LENGTH.min || !/\p{L}/u.test(reason)) return 'REASON_TOO_SHORT';
  return length > REASON_LENGTH.max ? 'REASON_TOO_LONG' : null;
}

/** Who sees other people's accounts, and looks for them. Nobody but administrators: no other role's work needs it. */
export const maySeeAccounts = (actor: Actor): boolean => hasRole(actor, 'admin');

/** Who reads what was done with rights, by whom. */
export const mayReadAudit = (actor: Actor): boolean => hasRole(actor, 'admin');

/** Whether a grant still gives its role. */
export function isRunning({ endsAt }: { readonly endsAt: Date | null }, now: Date): boolean {
  return endsAt === null || endsAt > now;
}

/** Whether two grants say the same thing: the same role, for the same place and the same theme. */
export function isSameScope(a: RoleGrant, b: RoleGrant): boolean {
  return (
    a.role === b.role &&
    a.territory?.level === b.territory?.level &&
    a.territory?.code === b.territory?.code &&
    (a.themeId ?? null) === (b.themeId ?? null)
  );
}

export interface AccountRights {
  readonly grant: boolean;
  readonly suspend: boolean;
  readonly reinstate: boolean;
  readonly resetSecondFactor: boolean;
}

/** What the actor may do with an account; its owner changes nothing of it, so that two people stand behind every right. */
export function accountRights(
  actor: Actor,
  account: {
    readonly id: string;
    readonly suspendedAt: Date | null;
    readonly deletedAt: Date | null;
    readonly hasSecondFactor: boolean;
  },
): AccountRights {
  const mayChange =
    maySeeAccounts(actor) &&
    actor.kind === 'account' &&
    actor.accountId !== account.id &&
    account.deletedAt === null;
  const isSuspended = account.suspendedAt !== null;
  return {
    grant: mayChange && !isSuspended,
    suspend: mayChange && !isSuspended,
    reinstate: mayChange && isSuspended,
    resetSecondFactor: mayChange && account.hasSecondFactor,
  };
}
