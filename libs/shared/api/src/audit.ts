import type { EntityManager } from 'typeorm';
import type { Actor } from '@preau/shared-domain';
import { AuditEntry } from './audit-entry.entity';
import { signedIn } from './signed-in';

/** Records who did what, in the transaction that does it. */
export async function audit(
  tx: EntityManager,
  actor: Actor,
  entry: { action: string; object: string; details?: object },
): Promise<void> {
  await tx.insert(AuditEntry, { accountId: signedIn(actor).accountId, details: {}, ...entry });
}
