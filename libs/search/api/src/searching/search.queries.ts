import { TOTAL_CAP, type SearchKind } from '@preau/search-domain';
import { runPrepared, type Statement } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { LEXEMES } from '../documents/document.queries';
import type { SearchCursor } from './search-cursor';
import type { SearchFilter } from './search-filter';

/** With so many matches in the newest documents, older ones are not looked through: the words say little, and there are pages to read. */
const ENOUGH = 300;
/** Of the newest matches, those that are put in the order of how well they match; the others follow, newest first. */
const RANKED = 200;
/** Older ones whose title matches, when the newest are not all. */
const TITLED = 100;

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
  readonly parentId: string | null;
  readonly themeId: string | null;
  readonly academie: string | null;
  readonly at: string;
  readonly title: string;
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

const COLUMNS = 'd.ctid AS place, d.seq, d.kind, d.theme_id, d.academie, d.at';

/** Within the asked days; and, when the index tells words but not their order, that the words are as asked. */
const CHECKED = `($5::timestamptz IS NULL OR d.at >= $5) AND ($6::timestamptz IS NULL OR d.at <= $6)
      AND ($1 = $2 OR d.words @@ (SELECT words FROM q))`;

/**
 * One stretch of documents, newest first: looked through only when those before gave too few. Each ends where `bounds` says;
 * one that reaches the beginning leaves nothing to those after.
 */
function stretch(at: 1 | 2 | 3 | 4): string {
  const before = Array.from(
    { length: at - 1 },
    (_, index) => `(SELECT count(*) FROM found_${String(index + 1)})`,
  );
  const conditions = [
    ...(at > 1
      ? [`${before.join(' + ')} < ${String(ENOUGH)}`, `(SELECT bounds[${String(at - 1)}] > 0 FROM q)`]
      : []),
    `${LEXEMES} @@ (SELECT sought && slices[${String(at)}]::tsquery FROM q)`,
    // Added to nothing, so that the words alone choose the index.
    ...(at > 1 ? [`d.seq + 0 < (SELECT bounds[${String(at - 1)}] FROM q)`] : []),
  ];
  return `found_${String(at)} AS MATERIALIZED (
    SELECT ${COLUMNS} FROM search_document d
    WHERE ${conditions.join('\n      AND ')}
      AND ${CHECKED}
  )`;
}

/**
 * $1 words, $2 words of the index, $3 words to mark, $4 filter, $5 from, $6 to, $7 newest first?, $8 and $9 where the page before
 * ended, $10 how many.
 *
 * A common word is in a third of all documents: reading them all to count and order them would take a tenth of a second. The newest
 * matches are read until there are enough, from stretches of the index that grow; the order of relevance is theirs.
 */
const SEARCH: Statement = {
  name: 'search',
  text: `
  WITH sizes (at, letter, bits) AS (VALUES (1, 's', 11), (2, 'm', 13), (3, 'l', 17)),
  top AS MATERIALIZED (SELECT coalesce(max(seq), 0) AS seq FROM search_document),
  q AS MATERIALIZED (
    SELECT to_tsquery('preau', $1) AS words, to_tsquery('preau', $2) && $4::tsquery AS sought,
      ARRAY(SELECT lexeme FROM unnest(to_tsvector('preau', $3))) AS marked,
      ARRAY(
        SELECT CASE WHEN seq >> bits > 1 THEN format('''%s:%s'' | ''%s:%s''', letter, seq >> bits, letter, (seq >> bits) - 1) ELSE '' END
        FROM sizes, top ORDER BY at
      ) || ARRAY[''] AS slices,
      ARRAY(SELECT ((seq >> bits) - 1) << bits FROM sizes, top ORDER BY at) AS bounds
  ),
  ${([1, 2, 3, 4] as const).map(stretch).join(',\n  ')},
  extent AS MATERIALIZED (
    SELECT count(at) AS total, bounds[1] <= 0 OR count(*) FILTER (WHERE at < 2) < ${String(ENOUGH)} AND bounds[2] <= 0
      OR count(*) FILTER (WHERE at < 3) < ${String(ENOUGH)} AND bounds[3] <= 0 OR count(*) FILTER (WHERE at < 4) < ${String(ENOUGH)} AS is_whole
    FROM q LEFT JOIN (
      SELECT 1 AS at FROM found_1 UNION ALL SELECT 2 FROM found_2 UNION ALL SELECT 3 FROM found_3 UNION ALL SELECT 4 FROM found_4
    ) AS found ON true GROUP BY bounds
  ),
  newest AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY seq DESC) AS nth
    FROM (SELECT * FROM found_1 UNION ALL SELECT * FROM found_2 UNION ALL SELECT * FROM found_3 UNION ALL SELECT * FROM found_4) AS found
    ORDER BY seq DESC LIMIT ${String(TOTAL_CAP)}
  ),
  titled AS MATERIALIZED (
    SELECT ${COLUMNS} FROM search_document d
    WHERE NOT (SELECT is_whole FROM extent) AND d.seq + 0 < (SELECT min(seq) FROM newest)
      AND d.title <> '' AND ts_filter(d.words, '{a}') @@ (SELECT words FROM q) AND d.words @@ (SELECT words FROM q)
      AND ($4 = '' OR ${LEXEMES} @@ $4::tsquery) AND ${CHECKED}
    LIMIT ${String(TITLED)}
  ),
  bounded AS MATERIALIZED (
    SELECT place, seq, kind, theme_id, academie, at, nth <= ${String(RANKED)} AS is_ranked FROM newest
    UNION ALL SELECT place, seq, kind, theme_id, academie, at, true FROM titled
  ),
  keyed AS (
    SELECT b.seq, b.place, extract(epoch FROM b.at)::float8 AS key FROM bounded b WHERE $7
    UNION ALL SELECT b.seq, b.place, ts_rank_cd(d.words, (SELECT words FROM q), 1)::float8
      FROM bounded b JOIN search_document d ON d.ctid = b.place WHERE NOT $7 AND b.is_ranked
    UNION ALL SELECT b.seq, b.place, -1 FROM bounded b WHERE NOT $7 AND NOT b.is_ranked
  ),
  shown AS (
    SELECT * FROM keyed WHERE $8::float8 IS NULL OR (key, seq) < ($8, $9::bigint)
    ORDER BY key DESC, seq DESC LIMIT $10
  ),
  years AS (SELECT kind, theme_id, academie, extract(year FROM at AT TIME ZONE 'Europe/Paris')::int AS year FROM bounded)
  SELECT (SELECT count(*)::int FROM newest) AS total, (SELECT is_whole AND total <= ${String(TOTAL_CAP)} FROM extent) AS "isWhole",
    (SELECT json_agg(facet) FROM (
      SELECT kind, theme_id AS "themeId", academie, year, count(*)::int AS count, GROUPING(kind, theme_id, academie, year) AS by
      FROM years GROUP BY GROUPING SETS ((kind), (theme_id), (academie), (year))
    ) AS facet) AS facets,
    (SELECT json_agg(hit ORDER BY key DESC, seq DESC) FROM (
      SELECT s.seq, s.key, d.kind, d.object_id AS "objectId", d.parent_id AS "parentId", d.theme_id AS "themeId", d.academie,
        d.at, d.title, d.text,
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
