import { createHash, randomBytes } from 'node:crypto';
import { seal, unseal } from '@preau/shared-api';

const PURPOSE = 'draft answers';

/** A new draft's token: 128 random bits, 22 characters. It only ever stands in the person's own link. */
export const newDraftToken = () => randomBytes(16).toString('base64url');

/** What a draft is found by: the token itself is not stored. */
export const draftHash = (token: string) => createHash('sha256').update(`draft:${token}`).digest();

export const sealDraft = (token: string, text: string) => seal(token, PURPOSE, Buffer.from(text, 'utf8'));

export const unsealDraft = (token: string, sealed: Buffer) => unseal(token, PURPOSE, sealed).toString('utf8');
