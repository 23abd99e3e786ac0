import { domainToASCII } from 'node:url';
import { grantsInForce, normaliseEmail } from '@preau/identity-domain';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { findByAddress } from './session.queries';

/**
 * Whoever owns the address a mail comes from, as they may act by mail: with none of the sensitive roles, for which a mail
 * shows no second factor. Whether they sent it is for whoever asks to know.
 */
export async function actorByMail(
  database: DataSource,
  address: string,
): Promise<{ readonly actor: SignedIn; readonly email: string } | null> {
  const email = normaliseEmail(address, domainToASCII);
  const found = email === null ? null : await findByAddress(database, email);
  if (!found || email === null) return null;
  const { accountId, suspended } = found;
  const grants = grantsInForce(found.grants, { secondFactorAt: null, suspended }, true);
  return { actor: { kind: 'account', accountId, sessionId: `mail:${accountId}`, suspended, grants }, email };
}
