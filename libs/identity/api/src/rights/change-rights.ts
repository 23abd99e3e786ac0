import type { DataSource, EntityManager } from 'typeorm';
import { notFound, transaction } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';

interface Administrator {
  readonly id: string;
  /** Neither its role nor its account has an end set. */
  readonly isLasting: boolean;
}

/** Who will still administer the platform when an account no longer does. */
export type LeavesAdministrators = (accountId: string) => boolean;

/**
 * Runs a change of rights: one at a time on the whole platform, by somebody who is still an administrator when their turn
 * comes. Two administrators who take each other's role away at once leave one of them.
 */
export function changeRights<T>(
  database: DataSource,
  actor: Actor,
  work: (tx: EntityManager, leavesAdministrators: LeavesAdministrators) => Promise<T>,
): Promise<T> {
  return transaction(database, async (tx) => {
    const leavesAdministrators = await lockRights(tx);
    const isAdministrator =
      actor.kind === 'account' && (await administrators(tx)).some(({ id }) => id === actor.accountId);
    if (!isAdministrator) throw notFound();
    return work(tx, leavesAdministrators);
  });
}

/** Waits for its turn to change rights, kept until the transaction ends. Comes before any other lock of a transaction. */
export async function lockRights(tx: EntityManager): Promise<LeavesAdministrators> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('rights', 0))");
  const all = await administrators(tx);
  return (accountId) =>
    !all.some(({ id }) => id === accountId) || all.some(({ id, isLasting }) => id !== accountId && isLasting);
}

/** The clock of the statement: a transaction that waited for its turn began in the past. */
async function administrators(tx: EntityManager): Promise<Administrator[]> {
  return tx.query<Administrator[]>(
    `SELECT a.id, bool_or(g.ends_at IS NULL) AND a.deletion_due_at IS NULL AS "isLasting"
     FROM role_grant g JOIN account a ON a.id = g.account_id
     WHERE g.role = 'admin' AND (g.ends_at IS NULL OR g.ends_at > clock_timestamp())
       AND a.suspended_at IS NULL AND a.deleted_at IS NULL
     GROUP BY a.id`,
  );
}
