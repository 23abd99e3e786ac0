import type { EntityManager } from 'typeorm';
import type { Actor } from '@preau/shared-domain';
import { AuditEntry } from './audit-entry.entity';
import { unauthenticated } from './errors';

/** Records who did what, in the transaction that does it. */
export async function audit(
  tx: EntityManager,
  actor: Actor,
  entry: { action: string; object: string; details?: object },
): Promise<void> {
  if (actor.kind === 'visitor') throw unauthenticated();
  await tx.insert(AuditEntry, { accountId: actor.accountId, details: {}, ...entry });
}
