import { seal, unseal } from '@preau/shared-api';

const PURPOSE = 'identity token';

/** A provider's identity token tells who somebody is: tables hold it sealed, until the session it ends there is over. */
export function sealIdToken(secretKey: string, idToken: string | null): string | null {
  return idToken === null ? null : seal(secretKey, PURPOSE, Buffer.from(idToken)).toString('base64url');
}

export function unsealIdToken(secretKey: string, sealed: string): string {
  return unseal(secretKey, PURPOSE, Buffer.from(sealed, 'base64url')).toString();
}
