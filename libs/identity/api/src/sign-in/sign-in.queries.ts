import type { DataSource, EntityManager } from 'typeorm';
import type { SignInRequest } from './sign-in-request.entity';

type NewRequest = Pick<
  SignInRequest,
  'id' | 'addressKey' | 'tokenHash' | 'codeHash' | 'createdAt' | 'expiresAt'
>;

/** One request at a time for an address, so that its mails are counted exactly. Held until the transaction ends. */
export async function lockAddress(tx: EntityManager, addressKey: Buffer): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `sign-in ${addressKey.toString('base64')}`,
  ]);
}

/** Ends the earlier requests of an address: only the newest mail works. */
export async function voidRequests(tx: EntityManager, addressKey: Buffer, now: Date): Promise<void> {
  await tx.query(
    'UPDATE sign_in_request SET expires_at = $2 WHERE address_key = $1 AND used_at IS NULL AND expires_at > $2',
    [addressKey, now],
  );
}

/** Writes a request down; whose account it is, if anybody's, is looked up by the same statement. */
export async function insertRequest(tx: EntityManager, email: string, request: NewRequest): Promise<void> {
  const { id, addressKey, tokenHash, codeHash, createdAt, expiresAt } = request;
  await tx.query(
    `INSERT INTO sign_in_request (id, address_key, account_id, token_hash, code_hash, created_at, expires_at)
     VALUES ($1, $2, (SELECT id FROM account WHERE email = $3), $4, $5, $6, $7)`,
    [id, addressKey, email, tokenHash, codeHash, createdAt, expiresAt],
  );
}

/** Deletes requests that no longer work nor count: they were needed for a quarter of an hour, and an hour's limit. */
export async function forgetRequests(database: DataSource, now: Date): Promise<void> {
  await database.query(
    "DELETE FROM sign_in_request WHERE expires_at < $1::timestamptz - interval '2 hours'",
    [now],
  );
}
