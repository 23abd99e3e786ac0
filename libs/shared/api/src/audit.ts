import type { EntityManager } from 'typeorm';
import type { Actor } from '@preau/shared-domain';
import { AuditEntry } from './audit-entry.entity';
import { signedIn } from './signed-in';

/** Records who did what, in the transaction that does it. Somebody who is still signing in is an account without a session. */
export async function audit(
  tx: EntityManager,
  who: Actor | { readonly accountId: string },
  entry: { action: string; object: string; details?: object },
): Promise<void> {
  const { accountId } = 'kind' in who ? signedIn(who) : who;
  await tx.insert(AuditEntry, { accountId, details: {}, ...entry });
}
