import { maySeeAccounts } from '@preau/identity-domain';
import type { Actor } from '@preau/shared-domain';

export interface Condition {
  /** On `account a`; `$1` is its only value. */
  readonly sql: string;
  readonly value: string | null;
}

/** Which accounts an actor may see: all of them, whatever became of them, for administrators; for everybody else, their own. */
export function visibleTo(actor: Actor): Condition {
  if (actor.kind === 'visitor') return { sql: 'a.id = $1::uuid', value: null };
  return {
    sql: '($1::uuid IS NULL OR a.id = $1::uuid)',
    value: maySeeAccounts(actor) ? null : actor.accountId,
  };
}
