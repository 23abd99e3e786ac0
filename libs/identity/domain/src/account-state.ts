export const ACCOUNT_STATES = ['ACTIVE', 'SUSPENDED', 'DELETION_ASKED', 'DELETED'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Where an account stands. Suspended says more than waiting to be deleted; deleted, more than all. */
export function accountState(account: {
  readonly suspendedAt: Date | null;
  readonly deletionDueAt: Date | null;
  readonly deletedAt: Date | null;
}): AccountState {
  if (account.deletedAt) return 'DELETED';
  if (account.suspendedAt) return 'SUSPENDED';
  return account.deletionDueAt ? 'DELETION_ASKED' : 'ACTIVE';
}

/** Enough of an address to recognise it by, in a list of people: `do…@ac-lyon.fr`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  return `${local.slice(0, local.length > 4 ? 2 : 1)}…${email.slice(at)}`;
}

/** The words of a search, as names and addresses are compared: lower case, without accents. At most five. */
export function searchWords(typed: string): string[] {
  const plain = typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 5);
}
