import type { DataRow } from '@preau/identity-api';
import type { EntityManager } from 'typeorm';

/** Rows read at a time. */
const PAGE = 500;

/** What a query finds of somebody ($1) after an id ($2), `PAGE` ($3) at a time; its ids order the rows and are not given. */
export async function* pages(tx: EntityManager, query: string, accountId: string): AsyncIterable<DataRow> {
  let after: string | null = null;
  for (;;) {
    const rows: (DataRow & { id: string })[] = await tx.query(query, [accountId, after, PAGE]);
    for (const { id: _, ...row } of rows) yield row;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < PAGE) return;
  }
}
