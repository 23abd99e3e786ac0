const DAY = 86_400_000;

/** How long, in days, somebody who had their account deleted may change their mind. */
export const DELETION_DAYS = 30;

/** What is typed to confirm it. */
export const DELETION_WORD = 'SUPPRIMER';

export const DELETION_REFUSALS = ['WRONG_CONFIRMATION', 'LAST_ADMINISTRATOR'] as const;
export type DeletionRefusal = (typeof DELETION_REFUSALS)[number];

interface DeletionCase {
  /** As typed: spaces around and lower case are no fault. */
  readonly confirmation: string;
  /** Somebody will still administer the platform without this account. */
  readonly leavesAdministrators: boolean;
}

/** Why an account cannot be deleted by its owner, or null. */
export function deletionRefusal({
  confirmation,
  leavesAdministrators,
}: DeletionCase): DeletionRefusal | null {
  if (confirmation.trim().toUpperCase() !== DELETION_WORD) return 'WRONG_CONFIRMATION';
  return leavesAdministrators ? null : 'LAST_ADMINISTRATOR';
}

/** When an account whose deletion is asked for now is deleted. */
export const deletionDue = (now: Date): Date => new Date(now.getTime() + DELETION_DAYS * DAY);

/** What stands where the name of a deleted account stood. */
export const DELETED_NAME = 'Contributeur supprimé';
