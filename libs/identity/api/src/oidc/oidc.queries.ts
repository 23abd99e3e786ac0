import type { EntityManager } from 'typeorm';
import { ProviderIdentity } from '../accounts/provider-identity.entity';
import { OidcRequest } from './oidc-request.entity';

/** The request an answer belongs to, once: it is gone when the transaction commits. Null when this browser made none such. */
export async function takeRequest(
  tx: EntityManager,
  stateHash: Buffer,
  browserHash: Buffer,
): Promise<OidcRequest | null> {
  const request = await tx.findOne(OidcRequest, {
    where: { stateHash, browserHash },
    lock: { mode: 'pessimistic_write' },
  });
  if (request) await tx.delete(OidcRequest, { stateHash });
  return request;
}

/** One sign-in at a time for an identity, so that two browsers do not each create its account. Held until the transaction ends. */
export async function lockIdentity(tx: EntityManager, provider: string, subject: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `identity ${provider} ${subject}`,
  ]);
}

/** The account an identity has signed in to before. */
export async function accountOfIdentity(
  tx: EntityManager,
  provider: string,
  subject: string,
): Promise<string | null> {
  const [found] = await tx.query<{ id: string }[]>(
    `SELECT a.id FROM provider_identity p JOIN account a ON a.id = p.account_id
     WHERE p.provider = $1 AND p.subject = $2 AND a.deleted_at IS NULL`,
    [provider, subject],
  );
  return found?.id ?? null;
}

/** An identity opens this account from now on. One kept from an account that was deleted is given to the new one. */
export async function rememberIdentity(
  tx: EntityManager,
  identity: Pick<ProviderIdentity, 'provider' | 'subject' | 'accountId'>,
): Promise<void> {
  await tx.upsert(ProviderIdentity, identity, ['provider', 'subject']);
}

/** The account that has an address. */
export async function accountOfAddress(tx: EntityManager, email: string | null): Promise<string | null> {
  const [found] = await tx.query<{ id: string }[]>(
    'SELECT id FROM account WHERE email = $1 AND deleted_at IS NULL',
    [email],
  );
  return found?.id ?? null;
}
