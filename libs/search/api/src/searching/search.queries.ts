import { TOTAL_CAP, type SearchKind } from '@preau/search-domain';
import { runPrepared, type Statement } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { LEXEMES } from '../documents/document.queries';
import type { SearchCursor } from './search-cursor';
import type { SearchFilter } from './search-filter';

/** Of the newest matches, those that are put in the order of how well they match; the others follow, newest first. */
const RANKED = 300;
/** Older ones whose title matches, when the newest are not all. */
const TITLED = 100;

export interface SearchAsked {
  /** For `to_tsquery`: what a document must be, what its index entries must have, and what its title must. */
  readonly words: string;
  readonly indexed: string;
  readonly inTitle: string;
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
  readonly facets: readonly FacetRow[] | null;
  readonly rows: readonly FoundRow[] | null;
}

const COLUMNS = 'd.ctid AS place, d.seq, d.kind, d.theme_id, d.academie, d.at';

/** Within the asked days; and, when the index tells words but not their order, that the words are as asked. */
const CHECKED = `($6::timestamptz IS NULL OR d.at >= $6) AND ($7::timestamptz IS NULL OR d.at <= $7)
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
      ? [`${before.join(' + ')} <= ${String(TOTAL_CAP)}`, `(SELECT bounds[${String(at - 1)}] > 0 FROM q)`]
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
 * $1 words, $2 words of the index, $3 words of the title, $4 words to mark, $5 filter, $6 from, $7 to, $8 newest first?,
 * $9 and $10 where the page before ended, $11 how many.
 *
 * A common word is in a third of all documents: reading them all to count and order them would take a tenth of a second. The newest
 * matches are read until there are a thousand, from stretches of the index that grow; the order of relevance is theirs.
 */
const SEARCH: Statement = {
  name: 'search',
  text: `
  WITH sizes (at, letter, bits) AS (VALUES (1, 's', 11), (2, 'm', 13), (3, 'l', 17)),
  top AS MATERIALIZED (SELECT coalesce(max(seq), 0) AS seq FROM search_document),
  q AS MATERIALIZED (
    SELECT to_tsquery('preau', $1) AS words, to_tsquery('preau', $2) && $5::tsquery AS sought,
      to_tsquery('preau', $3) AS in_title, ARRAY(SELECT lexeme FROM unnest(to_tsvector('preau', $4))) AS marked,
      ARRAY(
        SELECT CASE WHEN seq >> bits > 1 THEN format('''%s:%s'' | ''%s:%s''', letter, seq >> bits, letter, (seq >> bits) - 1) ELSE '' END
        FROM sizes, top ORDER BY at
      ) || ARRAY[''] AS slices,
      ARRAY(SELECT ((seq >> bits) - 1) << bits FROM sizes, top ORDER BY at) AS bounds
  ),
  ${([1, 2, 3, 4] as const).map(stretch).join(',\n  ')},
  newest AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY seq DESC) AS nth
    FROM (SELECT * FROM found_1 UNION ALL SELECT * FROM found_2 UNION ALL SELECT * FROM found_3 UNION ALL SELECT * FROM found_4) AS found
    ORDER BY seq DESC LIMIT ${String(TOTAL_CAP + 1)}
  ),
  titled AS MATERIALIZED (
    SELECT ${COLUMNS} FROM search_document d
    WHERE (SELECT count(*) FROM newest) > ${String(TOTAL_CAP)} AND d.seq + 0 < (SELECT min(seq) FROM newest)
      AND ${LEXEMES} @@ (SELECT sought && '''p:'''::tsquery FROM q) AND d.words @@ (SELECT in_title FROM q) AND ${CHECKED}
    LIMIT ${String(TITLED)}
  ),
  bounded AS MATERIALIZED (
    SELECT place, seq, kind, theme_id, academie, at, nth <= ${String(RANKED)} AS is_ranked FROM newest WHERE nth <= ${String(TOTAL_CAP)}
    UNION ALL SELECT place, seq, kind, theme_id, academie, at, true FROM titled
  ),
  keyed AS (
    SELECT b.seq, b.place, extract(epoch FROM b.at)::float8 AS key FROM bounded b WHERE $8
    UNION ALL SELECT b.seq, b.place, ts_rank_cd(d.words, (SELECT words FROM q), 1)::float8
      FROM bounded b JOIN search_document d ON d.ctid = b.place WHERE NOT $8 AND b.is_ranked
    UNION ALL SELECT b.seq, b.place, -1 FROM bounded b WHERE NOT $8 AND NOT b.is_ranked
  ),
  shown AS (
    SELECT * FROM keyed WHERE $9::float8 IS NULL OR (key, seq) < ($9, $10::bigint)
    ORDER BY key DESC, seq DESC LIMIT $11
  ),
  years AS (SELECT kind, theme_id, academie, extract(year FROM at AT TIME ZONE 'Europe/Paris')::int AS year FROM bounded)
  SELECT (SELECT count(*)::int FROM newest) AS total,
    (SELECT json_agg(facet) FROM (
      SELECT kind, theme_id AS "themeId", academie, year, count(*)::int AS count, GROUPING(kind, theme_id, academie, year) AS by
      FROM years GROUP BY GROUPING SETS ((kind), (theme_id), (academie), (year))
    ) AS facet) AS facets,
    (SELECT json_agg(hit ORDER BY key DESC, seq DESC) FROM (
      SELECT s.seq, s.key, d.kind, d.object_id AS "objectId", d.parent_id AS "parentId", d.theme_id AS "themeId", d.academie,
        d.at, d.title, d.text, marks.marks, marks."titleEnd"
      FROM shown s JOIN search_document d ON d.ctid = s.place
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_array(place, weight)) FILTER (WHERE lexeme = ANY ((SELECT marked FROM q)::text[])) AS marks,
          max(place) FILTER (WHERE weight = 'A') AS "titleEnd"
        FROM unnest(d.words) AS stem (lexeme, places, weights), unnest(places, weights) AS spot (place, weight)
      ) AS marks
    ) AS hit) AS rows`,
};

export async function findDocuments(database: DataSource, asked: SearchAsked): Promise<FoundPage> {
  const { words, indexed, inTitle, marked, filter, isRecent, after, size } = asked;
  const [found] = await runPrepared<FoundPage>(database, SEARCH, [
    words,
    indexed,
    inTitle,
    marked,
    filter.lexemes,
    filter.from,
    filter.to,
    isRecent,
    after?.key ?? null,
    after?.seq ?? null,
    size,
  ]);
  return found ?? { total: 0, facets: null, rows: null };
}
