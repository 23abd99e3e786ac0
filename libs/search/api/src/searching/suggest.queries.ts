import { SUGGESTED } from '@preau/search-domain';
import { runPrepared, type Statement } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { LEXEMES, type DocumentRef } from '../documents/document.queries';

export interface SimilarRow extends DocumentRef {
  readonly title: string;
  readonly consultationId: string | null;
}

/** Matches that are compared, whichever come first: with words as rare as these there are seldom more. */
const COMPARED = 500;

/** $1 any of these words, $2 filter. What has them in its title comes first. */
const SUGGEST: Statement = {
  name: 'search-suggest',
  text: `
  WITH q AS MATERIALIZED (SELECT to_tsquery('preau', $1) AS words),
  found AS MATERIALIZED (
    SELECT d.kind, d.object_id, d.consultation_id, d.title, d.seq, d.words FROM search_document d
    WHERE ${LEXEMES} @@ (SELECT words FROM q) AND ${LEXEMES} @@ '''p:'''::tsquery AND ${LEXEMES} @@ $2::tsquery
    LIMIT ${String(COMPARED)}
  )
  SELECT kind, object_id AS "objectId", consultation_id AS "consultationId", title FROM found
  ORDER BY ts_rank('{0.1, 0.1, 0.2, 1}', words, (SELECT words FROM q)) DESC, seq DESC LIMIT ${String(SUGGESTED)}`,
};

export function findSimilar(database: DataSource, words: string, filter: string): Promise<SimilarRow[]> {
  return runPrepared<SimilarRow>(database, SUGGEST, [words, filter]);
}
