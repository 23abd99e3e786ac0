import { PARENT_KINDS, TOTAL_CAP, type SearchKind } from '@preau/search-domain';
import { PAGE_MAX, runPrepared, type Statement } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { TITLE_LEXEMES } from '../documents/document.queries';
import type { SearchCursor } from './search-cursor';
import type { SearchFilter } from './search-filter';

/**
 * With so many matches in the newest documents, older ones are not looked through: the words say little, and there are pages to read.
 * The newest so many are put in the order of how well they match; the others follow, newest first.
 */
const ENOUGH = 200;
/** Older ones whose title matches, when the newest are not all. */
const TITLED = 100;
/** Of the years that are told apart: taking the year out of each date would cost more than finding it. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2060];

export interface SearchAsked {
  /** For `to_tsquery`: what a document must be, and what its index entries must have. */
  readonly words: string;
  readonly indexed: string;
  /** Words to be marked. */
  readonly marked: string;
  readonly filter: SearchFilter;
  readonly isRecent: boolean;
  readonly after: SearchCursor | null;
  readonly size: number;
}

export interface FoundRow {
  readonly seq: string;
  readonly key: number;
  readonly kind: SearchKind;
  readonly objectId: string;
  readonly consultationId: string | null;
  readonly parentId: string | null;
  readonly themeId: string | null;
  readonly academie: string | null;
  readonly at: string;
  /** Its own, empty when it has none, and that of what it is part of. */
  readonly title: string;
  readonly parentTitle: string | null;
  readonly text: string;
  /** Places of the words to be marked, with their weights (A in the title, B in the text); and the last place of the title. */
  readonly marks: readonly (readonly [place: number, weight: string])[] | null;
  readonly titleEnd: number | null;
}

export interface FacetRow {
  readonly kind: SearchKind | null;
  readonly themeId: string | null;
  readonly academie: string | null;
  readonly year: number | null;
  readonly count: number;
  /** Which of the four is counted here (PostgreSQL's `GROUPING`): 7, 11, 13 or 14. */
  readonly by: number;
}

export interface FoundPage {
  readonly total: number;
  /** All documents were looked through. */
  readonly isWhole: boolean;
  readonly facets: readonly FacetRow[] | null;
  readonly rows: readonly FoundRow[] | null;
}

const PARENTS = PARENT_KINDS.map((kind) => `'${kind}'`).join(', ');

/**
 * $1 words, $2 words of the index, $3 words to mark, $4 filter, $5 from, $6 to, $7 newest first?, $8 and $9 where the page before
 * ended, $10 how many.
 *
 * A common word is in a third of all documents: reading them all to count and order them would take a tenth of a second. The newest
 * matches are read until there are enough, from stretches of the index that grow (`search_newest`); the order of relevance is theirs.
 */
const SEARCH: Statement = {
  name: 'search',
  text: `
  WITH q AS MATERIALIZED (
    SELECT to_tsquery('preau', $1) AS words, to_tsquery('preau', $2) AS indexed, $4::tsquery AS places,
      ARRAY(SELECT lexeme FROM unnest(to_tsvector('preau', $3))) AS marked,
      ARRAY(SELECT make_timestamptz(year, 1, 1, 0, 0, 0, 'Europe/Paris') FROM generate_series(${String(FIRST_YEAR)}, ${String(LAST_YEAR)}) AS year) AS years
  ),
  newest AS MATERIALIZED (
    SELECT found.*, row_number() OVER (ORDER BY found.seq DESC) AS nth
    FROM q, search_newest(q.indexed, q.places, CASE WHEN $1 <> $2 THEN q.words END, $5, $6, ${String(ENOUGH)}) AS found
    ORDER BY found.seq DESC LIMIT ${String(TOTAL_CAP + 1)}
  ),
  extent AS MATERIALIZED (
    SELECT least(count(*), ${String(TOTAL_CAP)})::int AS total,
      count(*) < ${String(ENOUGH)} OR bool_or(is_last) AND count(*) <= ${String(TOTAL_CAP)} AS is_whole
    FROM newest
  ),
  titled AS MATERIALIZED (
    SELECT d.ctid AS place, d.seq, d.kind, d.theme_id, d.academie, d.at FROM search_document d
    WHERE NOT (SELECT is_whole FROM extent) AND d.seq + 0 < (SELECT min(seq) FROM newest)
      AND d.title <> '' AND ${TITLE_LEXEMES} @@ (SELECT indexed FROM q) AND ${TITLE_LEXEMES} @@ (SELECT places FROM q)
      AND ($1 = $2 OR d.words @@ (SELECT words FROM q))
      AND ($5::timestamptz IS NULL OR d.at >= $5) AND ($6::timestamptz IS NULL OR d.at <= $6)
    LIMIT ${String(TITLED)}
  ),
  bounded AS MATERIALIZED (
    SELECT place, seq, kind, theme_id, academie, at, nth <= ${String(ENOUGH)} AS is_ranked FROM newest
    UNION ALL SELECT place, seq, kind, theme_id, academie, at, true FROM titled
  ),
  keyed AS (
    SELECT b.seq, b.place, extract(epoch FROM b.at)::float8 AS key FROM bounded b WHERE $7
    UNION ALL SELECT b.seq, b.place, ts_rank_cd(d.words, (SELECT words FROM q), 1)::float8
      FROM bounded b JOIN search_document d ON d.ctid = b.place WHERE NOT $7 AND b.is_ranked
    UNION ALL SELECT b.seq, b.place, -1 FROM bounded b WHERE NOT $7 AND NOT b.is_ranked
  ),
  shown AS (
    SELECT * FROM (
      SELECT * FROM keyed WHERE $8::float8 IS NULL OR (key, seq) < ($8, $9::bigint)
      ORDER BY key DESC, seq DESC LIMIT ${String(PAGE_MAX + 1)}
    ) AS longest LIMIT $10
  ),
  years AS (SELECT kind, theme_id, academie, width_bucket(at, (SELECT years FROM q)) + ${String(FIRST_YEAR - 1)} AS year FROM bounded)
  SELECT (SELECT total FROM extent) AS total, (SELECT is_whole FROM extent) AS "isWhole",
    (SELECT json_agg(facet) FROM (
      SELECT kind, theme_id AS "themeId", academie, year, count(*)::int AS count, GROUPING(kind, theme_id, academie, year) AS by
      FROM years GROUP BY GROUPING SETS ((kind), (theme_id), (academie), (year))
    ) AS facet) AS facets,
    (SELECT json_agg(hit ORDER BY key DESC, seq DESC) FROM (
      SELECT s.seq, s.key, d.kind, d.object_id AS "objectId", d.consultation_id AS "consultationId", d.parent_id AS "parentId",
        d.theme_id AS "themeId", d.academie, d.at, d.title, d.text,
        CASE WHEN d.parent_id IS NOT NULL THEN
          (SELECT max(parent.title) FROM search_document parent WHERE parent.kind IN (${PARENTS}) AND parent.object_id = d.parent_id)
        END AS "parentTitle",
        (SELECT json_agg(json_build_array(place, weight))
         FROM unnest(d.words) AS stem (lexeme, places, weights), unnest(places, weights) AS spot (place, weight)
         WHERE lexeme = ANY ((SELECT marked FROM q)::text[])) AS marks,
        CASE WHEN d.title = '' THEN 0 ELSE
          (SELECT max(place) FROM unnest(ts_filter(d.words, '{a}')) AS stem (lexeme, places, weights), unnest(places) AS place)
        END AS "titleEnd"
      FROM shown s JOIN search_document d ON d.ctid = s.place
    ) AS hit) AS rows`,
};

export async function findDocuments(database: DataSource, asked: SearchAsked): Promise<FoundPage> {
  const { words, indexed, marked, filter, isRecent, after, size } = asked;
  const [found] = await runPrepared<FoundPage>(database, SEARCH, [
    words,
    indexed,
    marked,
    filter.lexemes,
    filter.from,
    filter.to,
    isRecent,
    after?.key ?? null,
    after?.seq ?? null,
    size,
  ]);
  return found ?? { total: 0, isWhole: true, facets: null, rows: null };
}
