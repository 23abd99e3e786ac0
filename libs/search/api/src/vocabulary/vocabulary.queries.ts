import type { DataSource, EntityManager } from 'typeorm';
import type { KnownWord } from '@preau/search-domain';

/** In how many documents each of these words is; those that nobody has counted are left out. */
export async function frequencies(
  database: DataSource,
  words: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<KnownWord[]>(
    'SELECT folded, documents FROM search_word WHERE folded = ANY($1::text[])',
    [words],
  );
  return new Map(rows.map(({ folded, documents }) => [folded, documents]));
}

const ALIKE = 20;

/** For each of these words, those of the vocabulary that look most like it; itself first, when it is there. */
export async function similarWords(
  database: DataSource,
  words: readonly string[],
): Promise<Map<string, KnownWord[]>> {
  const rows = await database.query<(KnownWord & { asked: string })[]>(
    `SELECT asked, alike.* FROM unnest($1::text[]) AS asked CROSS JOIN LATERAL (
       SELECT folded, word, documents FROM search_word WHERE folded % asked
       ORDER BY similarity(folded, asked) DESC, documents DESC LIMIT ${String(ALIKE)}
     ) AS alike`,
    [words],
  );
  return new Map(words.map((word) => [word, rows.filter(({ asked }) => asked === word)]));
}

export interface TextRow {
  readonly seq: string;
  readonly title: string;
  readonly text: string;
}

export function textsAfter(tx: EntityManager, seq: string, limit: number): Promise<TextRow[]> {
  return tx.query<TextRow[]>(
    'SELECT seq, title, text FROM search_document WHERE seq > $1 ORDER BY seq LIMIT $2',
    [seq, limit],
  );
}

/** Adds counts to the vocabulary and notes how far they go; null counts everything anew. */
export async function addWords(
  tx: EntityManager,
  words: readonly KnownWord[],
  from: string | null,
  to: string,
): Promise<void> {
  if (from === null) await tx.query('DELETE FROM search_word');
  await tx.query(
    `INSERT INTO search_word (folded, word, documents)
     SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
     ON CONFLICT (folded) DO UPDATE SET word = excluded.word, documents = search_word.documents + excluded.documents`,
    [
      words.map(({ folded }) => folded),
      words.map(({ word }) => word),
      words.map(({ documents }) => documents),
    ],
  );
  await tx.query(
    `INSERT INTO search_vocabulary (id, counted_to, counted_at) VALUES (1, $1, now())
     ON CONFLICT (id) DO UPDATE SET counted_to = excluded.counted_to, counted_at = excluded.counted_at`,
    [to],
  );
}

/** Where counting stands, once nobody else counts; null before the first time. */
export async function lockVocabulary(tx: EntityManager): Promise<string | null> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('search_vocabulary'))`);
  const [row] = await tx.query<{ countedTo: string }[]>(
    'SELECT counted_to AS "countedTo" FROM search_vocabulary',
  );
  return row?.countedTo ?? null;
}
