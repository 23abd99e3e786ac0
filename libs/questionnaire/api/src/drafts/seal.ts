import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new draft's token: 128 random bits, 22 characters. It only ever stands in the person's own link. */
export const newDraftToken = () => randomBytes(16).toString('base64url');

/** What a draft is found by: the token itself is not stored. */
export const draftHash = (token: string) => createHash('sha256').update(`draft:${token}`).digest();

const keyOf = (token: string) => Buffer.from(hkdfSync('sha256', token, 'preau', 'draft answers', 32));

/** AES-256-GCM under a key drawn from the token: nonce, tag, ciphertext. */
export function seal(token: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undoes `seal`. Throws when the token is not the one it was sealed with, or when a byte was altered. */
export function unseal(token: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
