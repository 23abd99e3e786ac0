import type { Actor, SignedIn } from '@preau/shared-domain';
import { unauthenticated } from './errors';

/** The actor as an account, where `@Access` has let no visitor through. */
export function signedIn(actor: Actor): SignedIn {
  if (actor.kind === 'visitor') throw unauthenticated();
  return actor;
}
