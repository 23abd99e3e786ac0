import { createHmac, hash } from 'node:crypto';

/** Crockford's alphabet: no I, L, O, U to misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;

/**
 * The receipt's code: 100 bits drawn from the client's own id under the server's key, so that sending the same id again
 * finds the same code although no code is stored anywhere. Shape: `XXXXX-XXXXX-XXXXX-XXXXX`.
 */
export function receiptCode(secretKey: string, clientId: string): string {
  const bytes = createHmac('sha256', secretKey).update(`receipt:${clientId.toLowerCase()}`).digest();
  const letters = Array.from({ length: CODE_LENGTH }, (_, index) => {
    const bit = index * 5;
    const window = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return ALPHABET.charAt((window >> (11 - (bit & 7))) & 31);
  }).join('');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}

/** The code as people type it (spaces, lower case, O for 0, I or L for 1), or null when it cannot be one. */
export function readReceiptCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(letters) ? letters.replace(/.{5}(?=.)/g, '$&-') : null;
}

/**
 * The id a response is stored under: a one-way digest of its code (UUID version 8). Neither the table nor an export
 * gives a code back, and a client's time-based id cannot date an answer.
 */
export const responseId = (code: string) => digestId(`response:${code}`);

/**
 * The id a draft's answers are sent under, drawn from its token: sent from two devices they count once. The web client
 * draws the same (`web/src/drafts/ids.ts`).
 */
export const sendingId = (token: string) => digestId(`response:${token}`);

/** A UUID of version 8 out of the SHA-256 of a text. */
function digestId(text: string): string {
  const bytes = hash('sha256', text, 'buffer').subarray(0, 16);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x80, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
