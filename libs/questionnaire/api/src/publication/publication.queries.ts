import type { PendingCell } from '@preau/questionnaire-domain';
import type { EntityManager } from 'typeorm';
import type { PackedCounts } from '../tallies/packed-counts';

/** The family of base cells: every dimension fixed. */
export const CELL_FAMILY = 'role,academie,level';

/**
 * What waits in each base cell. Responses that came by another way than the queue (made up by the million, or found
 * again by a recount) are on no waiting list: they show by how much the cell has grown. A cell that nobody new is in
 * and that no longer counts as many as its published copy is one that a published response has left.
 */
export async function pendingCells(tx: EntityManager, questionnaireId: string): Promise<PendingCell[]> {
  return tx.query(
    `WITH waiting AS (
       SELECT cell, count(*)::int AS n FROM publication_pending WHERE questionnaire_id = $1 GROUP BY cell
     ), grown AS (
       SELECT live.slice AS cell, live.responses - coalesce(published.responses, 0) AS n
       FROM result_slice AS live LEFT JOIN published_slice AS published USING (questionnaire_id, slice)
       WHERE questionnaire_id = $1 AND live.family = $2 AND live.responses <> coalesce(published.responses, 0)
     )
     SELECT cell AS key, greatest(waiting.n, grown.n, 0) AS moved, coalesce(grown.n < 0, false) AS dirty
     FROM waiting FULL JOIN grown USING (cell) ORDER BY cell`,
    [questionnaireId, CELL_FAMILY],
  );
}

/** Copies base cells into the published tallies and takes their responses off the waiting list. */
export async function copyCells(
  tx: EntityManager,
  questionnaireId: string,
  cells: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO published_slice (questionnaire_id, slice, family, responses, counts)
     SELECT questionnaire_id, slice, family, responses, counts FROM result_slice
     WHERE questionnaire_id = $1 AND slice = ANY($2)
     ON CONFLICT (questionnaire_id, slice) DO UPDATE SET responses = excluded.responses, counts = excluded.counts`,
    [questionnaireId, cells],
  );
  await tx.query('DELETE FROM publication_pending WHERE questionnaire_id = $1 AND cell = ANY($2)', [
    questionnaireId,
    cells,
  ]);
}

export function publishedCells(
  tx: EntityManager,
  questionnaireId: string,
): Promise<{ slice: string; counts: PackedCounts }[]> {
  return tx.query('SELECT slice, counts FROM published_slice WHERE questionnaire_id = $1 AND family = $2', [
    questionnaireId,
    CELL_FAMILY,
  ]);
}

const PUBLIC_FAMILIES = ['', 'role', 'academie', 'level'];

/** The published tallies everybody's results are made from, unless the public results are made from them already. */
export interface ToShow {
  readonly consultationId: string;
  readonly version: number;
  /** Exactly as the database has it: JavaScript's dates would lose the microseconds it is compared with. */
  readonly publishedAt: string;
  readonly keys: readonly string[];
  readonly slices: readonly {
    readonly slice: string;
    readonly family: string;
    readonly counts: PackedCounts;
  }[];
}

export async function readToShow(tx: EntityManager, questionnaireId: string): Promise<ToShow | null> {
  const [state] = await tx.query<Omit<ToShow, 'slices'>[]>(
    `SELECT consultation_id AS "consultationId", current_version AS version, published_at::text AS "publishedAt", keys
     FROM result_state JOIN questionnaire ON questionnaire.id = questionnaire_id
     WHERE questionnaire_id = $1 AND published_at IS NOT NULL
       AND (shown_at, shown_version) IS DISTINCT FROM (published_at, current_version)`,
    [questionnaireId],
  );
  if (!state) return null;
  const slices = await tx.query<ToShow['slices']>(
    'SELECT slice, family, counts FROM published_slice WHERE questionnaire_id = $1 AND family = ANY($2)',
    [questionnaireId, PUBLIC_FAMILIES],
  );
  return { ...state, slices };
}

export async function markPublished(tx: EntityManager, questionnaireId: string): Promise<void> {
  await tx.query('UPDATE result_state SET published_at = now() WHERE questionnaire_id = $1', [
    questionnaireId,
  ]);
}

/** Says what the public results are made from; false when the published tallies have moved again meanwhile. */
export async function markShown(
  tx: EntityManager,
  questionnaireId: string,
  { publishedAt, version }: ToShow,
  responses: number | null,
): Promise<boolean> {
  const [, marked] = await tx.query<[unknown, number]>(
    `UPDATE result_state SET shown_at = published_at, shown_version = $3, shown_responses = $4
     WHERE questionnaire_id = $1 AND published_at = $2::timestamptz`,
    [questionnaireId, publishedAt, version, responses],
  );
  return marked === 1;
}

export interface ShownSlice {
  readonly slice: string;
  readonly section: string;
  readonly total: number | null;
  readonly questions: unknown;
}

export async function replacePublicResults(
  tx: EntityManager,
  questionnaireId: string,
  slices: readonly ShownSlice[],
): Promise<void> {
  await tx.query('DELETE FROM public_result WHERE questionnaire_id = $1', [questionnaireId]);
  await tx.query(
    `INSERT INTO public_result (questionnaire_id, section, slice, total, questions)
     SELECT $1, section, slice, total, questions::json
     FROM unnest($2::text[], $3::text[], $4::int[], $5::text[]) AS rows (section, slice, total, questions)`,
    [
      questionnaireId,
      slices.map(({ section }) => section),
      slices.map(({ slice }) => slice),
      slices.map(({ total }) => total),
      slices.map(({ questions }) => JSON.stringify(questions)),
    ],
  );
}

/** Responses in the public figures of all questionnaires of a consultation. */
export async function shownResponses(tx: EntityManager, consultationId: string): Promise<number> {
  const [row] = await tx.query<{ responses: number }[]>(
    `SELECT coalesce(sum(shown_responses), 0)::int AS responses FROM result_state
     JOIN questionnaire ON questionnaire.id = questionnaire_id WHERE consultation_id = $1`,
    [consultationId],
  );
  return row?.responses ?? 0;
}

/** Questionnaires whose public figures may have to move, or whose public results lag behind. */
export async function questionnairesToPublish(tx: EntityManager): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT questionnaire_id AS id FROM publication_pending
     UNION
     SELECT questionnaire_id FROM result_slice AS live LEFT JOIN published_slice AS published USING (questionnaire_id, slice)
     WHERE slice = '' AND live.responses <> coalesce(published.responses, 0)
     UNION
     SELECT questionnaire_id FROM result_state JOIN questionnaire ON questionnaire.id = questionnaire_id
     WHERE published_at IS NOT NULL AND (shown_at, shown_version) IS DISTINCT FROM (published_at, current_version)`,
  );
  return rows.map(({ id }) => id);
}
