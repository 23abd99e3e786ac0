import type { DataSource } from 'typeorm';

export interface AuditChain {
  readonly entries: number;
  /** Hash of the last entry, in hexadecimal: noted elsewhere, it also shows that nothing was cut off the end. */
  readonly head: string | null;
  /** Ranks at which the chain does not hold: an entry was changed there, or one before it is missing. */
  readonly broken: readonly number[];
}

/** At most this many breaks are told: one is enough to know. */
const MOST_BREAKS = 100;

/** Computes the whole chain of the audit log again. */
export async function verifyAuditChain(database: DataSource): Promise<AuditChain> {
  const [chain] = await database.query<AuditChain[]>(
    `WITH links AS (
       SELECT rank, hash,
         rank = lag(rank, 1, 0::bigint) OVER by_rank + 1
           AND hash = audit_entry_hash(audit_entry, lag(hash, 1, ''::bytea) OVER by_rank) AS holds
       FROM audit_entry WINDOW by_rank AS (ORDER BY rank)
     )
     SELECT count(*)::int AS entries,
       (SELECT encode(hash, 'hex') FROM audit_entry ORDER BY rank DESC LIMIT 1) AS head,
       coalesce((SELECT json_agg(rank) FROM (SELECT rank FROM links WHERE NOT holds ORDER BY rank LIMIT $1) AS breaks), '[]') AS broken
     FROM links`,
    [MOST_BREAKS],
  );
  return chain ?? { entries: 0, head: null, broken: [] };
}
