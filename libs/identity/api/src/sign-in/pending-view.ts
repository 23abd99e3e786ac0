import { createHash } from 'node:crypto';
import { professionalAddress } from '@preau/identity-domain';
import type { PendingSignIn } from './pending-sign-in.entity';
import type { SignInPending } from './sign-in.types';

/** What a browser that is signing in is told of what it proved. */
export function pendingView(pending: PendingSignIn, professionalDomains: readonly string[]): SignInPending {
  const { browserHash, accountId, email, proposedName, expiresAt } = pending;
  const professional = email === null ? null : professionalAddress(email, professionalDomains);
  return {
    step: accountId === null ? 'REGISTRATION' : 'SECOND_FACTOR',
    id: createHash('sha256').update(browserHash).update(expiresAt.toISOString()).digest('base64url'),
    email,
    proposedName,
    professionalDomain: professional?.domain ?? null,
    academie: professional?.academie ?? null,
  };
}
