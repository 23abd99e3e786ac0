import type { DataSource, EntityManager } from 'typeorm';
import { SIGN_IN_KEPT_HOURS } from '@preau/identity-domain';
import type { SignInRequest } from './sign-in-request.entity';

type NewRequest = Pick<
  SignInRequest,
  'id' | 'addressKey' | 'tokenHash' | 'codeHash' | 'createdAt' | 'expiresAt'
> & { readonly email: string; readonly browserHash: Buffer };

/** One request at a time for a mailbox, so that its mails are counted exactly. Held until the transaction ends. */
export async function lockAddress(tx: EntityManager, addressKey: Buffer): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `sign-in ${addressKey.toString('base64')}`,
  ]);
}

/** Ends the earlier requests this browser made for this address: only its newest mail works. Those others made do not matter to it. */
export async function voidRequests(
  tx: EntityManager,
  { email, browserHash, createdAt }: NewRequest,
): Promise<void> {
  await tx.query(
    `UPDATE sign_in_request SET expires_at = $3
     WHERE browser_hash = $1 AND email = $2 AND used_at IS NULL AND expires_at > $3`,
    [browserHash, email, createdAt],
  );
}

/** Writes a request down; whose account it is, if anybody's, is looked up by the same statement. */
export async function insertRequest(tx: EntityManager, request: NewRequest): Promise<void> {
  const { id, addressKey, email, browserHash, tokenHash, codeHash, createdAt, expiresAt } = request;
  await tx.query(
    `INSERT INTO sign_in_request
       (id, address_key, email, browser_hash, account_id, token_hash, code_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, (SELECT id FROM account WHERE email = $3), $5, $6, $7, $8)`,
    [id, addressKey, email, browserHash, tokenHash, codeHash, createdAt, expiresAt],
  );
}

/** Deletes requests that no longer work nor count: they were needed for a quarter of an hour, and an hour's limit. */
export async function forgetRequests(database: DataSource, now: Date): Promise<void> {
  await database.query(
    'DELETE FROM sign_in_request WHERE expires_at < $1::timestamptz - make_interval(hours => $2)',
    [now, SIGN_IN_KEPT_HOURS],
  );
  for (const table of ['pending_sign_in', 'oidc_request']) {
    await database.query(`DELETE FROM ${table} WHERE expires_at < $1`, [now]);
  }
}
