import type { DataSource, EntityManager } from 'typeorm';
import { termKey } from '@preau/search-domain';

export interface StoredGroup {
  readonly id: string;
  readonly terms: string[];
  /** Of its first term: groups are listed in this order. */
  readonly key: string;
}

const GROUPS = `
  SELECT group_id AS id, array_agg(term ORDER BY position) AS terms, (array_agg(key ORDER BY position))[1] AS key
  FROM search_synonym GROUP BY group_id`;

export async function allTerms(database: DataSource): Promise<string[][]> {
  const groups = await database.query<StoredGroup[]>(GROUPS);
  return groups.map(({ terms }) => terms);
}

export function listGroups(
  database: DataSource,
  after: string | null,
  limit: number,
): Promise<StoredGroup[]> {
  return database.query<StoredGroup[]>(
    `SELECT * FROM (${GROUPS}) AS listed WHERE $1::text IS NULL OR key > $1 ORDER BY key LIMIT $2`,
    [after, limit],
  );
}

export function groupsOf(database: DataSource, ids: readonly string[]): Promise<StoredGroup[]> {
  return database.query<StoredGroup[]>(`SELECT * FROM (${GROUPS}) AS listed WHERE id = ANY($1::uuid[])`, [
    ids,
  ]);
}

export async function countGroups(database: DataSource): Promise<number> {
  const [found] = await database.query<{ count: number }[]>(
    'SELECT count(DISTINCT group_id)::int AS count FROM search_synonym',
  );
  return found?.count ?? 0;
}

export async function groupTerms(tx: EntityManager, id: string): Promise<string[]> {
  const rows = await tx.query<{ term: string }[]>(
    'SELECT term FROM search_synonym WHERE group_id = $1 ORDER BY position',
    [id],
  );
  return rows.map(({ term }) => term);
}

/** Which of these keys belong to other groups. */
export async function takenKeys(
  tx: EntityManager,
  id: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ key: string }[]>(
    'SELECT key FROM search_synonym WHERE group_id <> $1 AND key = ANY($2::text[])',
    [id, keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** The group has these terms and no others, in this order. */
export async function writeGroup(tx: EntityManager, id: string, terms: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM search_synonym WHERE group_id = $1', [id]);
  await tx.query(
    `INSERT INTO search_synonym (group_id, position, term, key)
     SELECT $1, at - 1, term, key FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (term, key, at)`,
    [id, terms, terms.map(termKey)],
  );
}
