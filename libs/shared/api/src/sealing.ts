import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type BinaryLike } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one purpose: what is sealed for another cannot be opened with it. */
const keyOf = (secret: BinaryLike, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, 'preau', purpose, 32));

/** AES-256-GCM under a key drawn from the secret for this purpose: nonce, tag, ciphertext. */
export function seal(secret: BinaryLike, purpose: string, clear: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undoes `seal`. Throws when secret or purpose are not those it was sealed with, or when a byte was altered. */
export function unseal(secret: BinaryLike, purpose: string, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
