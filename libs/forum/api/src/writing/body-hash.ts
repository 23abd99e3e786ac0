import { createHash } from 'node:crypto';

/** The same words in other capitals or with other spaces are the same words. SHA-256. */
export const hashOf = (body: string): Buffer =>
  createHash('sha256').update(body.toLowerCase().replace(/\s+/gu, ' ')).digest();
