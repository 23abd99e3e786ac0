import { SUGGESTED } from '@preau/search-domain';
import { runPrepared, type Statement } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { LEXEMES, type DocumentRef } from '../documents/document.queries';

/** Matches that are compared, whichever come first: with words as rare as these there are seldom more. */
const COMPARED = 500;

/** $1 any of these words, $2 filter. What has them in its title comes first. */
const SUGGEST: Statement = {
  name: 'search-suggest',
  text: `
  WITH q AS MATERIALIZED (SELECT to_tsquery('preau', $1) AS words),
  found AS MATERIALIZED (
    SELECT d.kind, d.object_id, d.seq, d.words FROM search_document d
    WHERE ${LEXEMES} @@ (SELECT words && '''p:'''::tsquery && $2::tsquery FROM q)
    LIMIT ${String(COMPARED)}
  )
  SELECT kind, object_id AS "objectId" FROM found
  ORDER BY ts_rank('{0.1, 0.1, 0.2, 1}', words, (SELECT words FROM q)) DESC, seq DESC LIMIT ${String(SUGGESTED)}`,
};

export function findSimilar(database: DataSource, words: string, filter: string): Promise<DocumentRef[]> {
  return runPrepared<DocumentRef>(database, SUGGEST, [words, filter]);
}
