import type { DataSource, EntityManager } from 'typeorm';
import type { SearchKind } from '@preau/search-domain';
import { columnsOf, GIVEN } from '../documents/document.queries';
import type { SearchDocument } from '../documents/search-document';
import type { SearchRound } from './search-round.entity';

const ROUND = `id, kind, is_check AS "isCheck", cursor, total, done, missing, changed, extra, started_at AS "startedAt",
  stopped_at AS "stoppedAt", finished_at AS "finishedAt"`;

/** Null when one of this kind is under way. */
export async function beginRound(
  tx: EntityManager,
  kind: SearchKind,
  isCheck: boolean,
  total: number,
): Promise<SearchRound | null> {
  const [round] = await tx.query<SearchRound[]>(
    `INSERT INTO search_round (kind, is_check, total) VALUES ($1, $2, $3)
     ON CONFLICT (kind) WHERE finished_at IS NULL AND stopped_at IS NULL DO NOTHING RETURNING ${ROUND}`,
    [kind, isCheck, total],
  );
  return round ?? null;
}

/** Latest first, from after an id. */
export function listRounds(
  database: DataSource,
  after: string | null,
  limit: number,
): Promise<SearchRound[]> {
  return database.query<SearchRound[]>(
    `SELECT ${ROUND} FROM search_round WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [after, limit],
  );
}

export interface RoundStep {
  /** The last object come to; null at the end. */
  readonly cursor: string | null;
  readonly done: number;
  readonly missing: number;
  readonly changed: number;
  readonly extra: number;
}

export async function noteStep(tx: EntityManager, id: string, step: RoundStep): Promise<void> {
  await tx.query(
    `UPDATE search_round SET cursor = coalesce($2, cursor), done = done + $3, missing = missing + $4, changed = changed + $5,
       extra = extra + $6, total = CASE WHEN $2::uuid IS NULL THEN done + $3 ELSE greatest(total, done + $3) END,
       finished_at = CASE WHEN $2::uuid IS NULL THEN now() END
     WHERE id = $1`,
    [id, step.cursor, step.done, step.missing, step.changed, step.extra],
  );
}

/** What the index knows of these objects, locked: those not there, and those it knows otherwise. */
export async function differingIds(
  tx: EntityManager,
  documents: readonly SearchDocument[],
): Promise<{ missing: Set<string>; changed: Set<string> }> {
  const rows = await tx.query<{ id: string; isMissing: boolean }[]>(
    `WITH known AS MATERIALIZED (
       SELECT * FROM search_document WHERE (kind, object_id) IN (SELECT kind, object_id FROM unnest($1::text[], $2::uuid[]) AS asked (kind, object_id))
       FOR UPDATE
     )
     SELECT given.object_id AS id, known.seq IS NULL AS "isMissing"
     FROM ${GIVEN} LEFT JOIN known ON known.kind = given.kind AND known.object_id = given.object_id
     WHERE (known.consultation_id, known.theme_id, known.academie, known.parent_id, known.at, known.title, known.text,
         setweight(to_tsvector('preau', title_words), 'A') || setweight(to_tsvector('preau', text_words), 'B'))
       IS DISTINCT FROM (given.consultation_id, given.theme_id, given.academie, given.parent_id, given.at, given.title, given.text, known.words)`,
    columnsOf(documents),
  );
  const idsOf = (isMissing: boolean) =>
    new Set(rows.filter((row) => row.isMissing === isMissing).map(({ id }) => id));
  return { missing: idsOf(true), changed: idsOf(false) };
}

/** Documents of this stretch of ids whose objects are not among those given; the end of all ids when `to` is null. */
export async function extraIds(
  tx: EntityManager,
  kind: SearchKind,
  { after, to, present }: { after: string | null; to: string | null; present: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT object_id AS id FROM search_document
     WHERE kind = $1 AND ($2::uuid IS NULL OR object_id > $2) AND ($3::uuid IS NULL OR object_id <= $3) AND object_id <> ALL ($4::uuid[])`,
    [kind, after, to, present],
  );
  return rows.map(({ id }) => id);
}
