import type { CleanResponse } from '@preau/questionnaire-domain';
import type { EntityManager } from 'typeorm';
import type { PackedCounts } from './packed-counts';

const LOCK = `hashtextextended('tallies:' || $1::text, 0)`;

/**
 * One writer at a time for a questionnaire's tallies and public figures, until the transaction ends (or its connection
 * dies). Everything read after it is as the last writer left it.
 */
export async function lockTallies(tx: EntityManager, questionnaireId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`, [questionnaireId]);
}

/** The same without waiting; false when somebody else is at it. */
export async function tryLockTallies(tx: EntityManager, questionnaireId: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }[]>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS locked`, [
    questionnaireId,
  ]);
  return row?.locked ?? false;
}

export interface TakenResponse {
  readonly id: string;
  readonly counted: CleanResponse | null;
}

/**
 * Takes responses off the queue. One being amended right now is left for the next time. `isAll` when no response
 * committed before the transaction began is left waiting.
 */
export async function takePending(
  tx: EntityManager,
  questionnaireId: string,
  limit: number,
): Promise<{ taken: TakenResponse[]; isAll: boolean }> {
  const rows = await tx.query<(TakenResponse & { waiting: string })[]>(
    `WITH waiting AS (
       SELECT count(*) AS n FROM (SELECT FROM response_pending WHERE questionnaire_id = $1 LIMIT $2 + 1) AS ones
     ), picked AS MATERIALIZED (
       SELECT response_id FROM response_pending WHERE questionnaire_id = $1 LIMIT $2 FOR UPDATE SKIP LOCKED
     ), taken AS (
       DELETE FROM response_pending USING picked WHERE response_pending.response_id = picked.response_id
       RETURNING response_pending.response_id, counted
     )
     SELECT taken.response_id AS id, taken.counted, waiting.n AS waiting
     FROM waiting LEFT JOIN taken ON true`,
    [questionnaireId, limit],
  );
  const taken = rows.filter(({ id }: { id: string | null }) => id !== null);
  return { taken, isAll: Number(rows[0]?.waiting ?? 0) <= taken.length };
}

export interface CountableResponse extends CleanResponse {
  readonly id: string;
  readonly version: number;
  readonly day: string;
}

export function readResponses(tx: EntityManager, ids: readonly string[]): Promise<CountableResponse[]> {
  return tx.query(
    'SELECT id, version, answers, to_json(skipped) AS skipped, day::text FROM response WHERE id = ANY($1::uuid[])',
    [ids],
  );
}

/** The names of the questionnaire's counts; none yet for one that was never counted. */
export async function readKeys(tx: EntityManager, questionnaireId: string): Promise<string[]> {
  const [row] = await tx.query<{ keys: string[] }[]>(
    'SELECT keys FROM result_state WHERE questionnaire_id = $1',
    [questionnaireId],
  );
  return row?.keys ?? [];
}

export async function writeKeys(
  tx: EntityManager,
  questionnaireId: string,
  keys: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO result_state (questionnaire_id, keys, tallied_at) VALUES ($1, $2, 'epoch')
     ON CONFLICT (questionnaire_id) DO UPDATE SET keys = excluded.keys`,
    [questionnaireId, keys],
  );
}

export function readSlices(
  tx: EntityManager,
  questionnaireId: string,
  slices: readonly string[],
): Promise<{ slice: string; counts: PackedCounts }[]> {
  return tx.query('SELECT slice, counts FROM result_slice WHERE questionnaire_id = $1 AND slice = ANY($2)', [
    questionnaireId,
    slices,
  ]);
}

export interface SliceRow {
  readonly slice: string;
  readonly family: string;
  readonly responses: number;
  readonly counts: PackedCounts;
}

/** Writes whole slices, new ones and others. */
export async function writeSlices(
  tx: EntityManager,
  table: 'result_slice' | 'published_slice',
  questionnaireId: string,
  rows: readonly SliceRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ${table} (questionnaire_id, slice, family, responses, counts)
     SELECT $1, slice, family, responses, counts::json
     FROM unnest($2::text[], $3::text[], $4::int[], $5::text[]) AS rows (slice, family, responses, counts)
     ON CONFLICT (questionnaire_id, slice) DO UPDATE SET responses = excluded.responses, counts = excluded.counts`,
    [
      questionnaireId,
      rows.map((row) => row.slice),
      rows.map((row) => row.family),
      rows.map((row) => row.responses),
      rows.map((row) => JSON.stringify(row.counts)),
    ],
  );
}

export async function addDays(
  tx: EntityManager,
  questionnaireId: string,
  days: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.query(
    `INSERT INTO response_day (questionnaire_id, day, responses)
     SELECT $1, * FROM unnest($2::date[], $3::int[])
     ON CONFLICT (questionnaire_id, day) DO UPDATE SET responses = response_day.responses + excluded.responses`,
    [questionnaireId, [...days.keys()], [...days.values()]],
  );
}

/** Says where responses that are new or amended stand now, for the public figures to take them over. */
export async function awaitPublication(
  tx: EntityManager,
  questionnaireId: string,
  cells: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.query(
    `INSERT INTO publication_pending (response_id, questionnaire_id, cell)
     SELECT id, $1, cell FROM unnest($2::uuid[], $3::text[]) AS rows (id, cell)
     ON CONFLICT (response_id) DO UPDATE SET cell = excluded.cell`,
    [questionnaireId, [...cells.keys()], [...cells.values()]],
  );
}

/** Every response committed before the transaction began is counted. */
export async function markTallied(tx: EntityManager, questionnaireId: string): Promise<void> {
  await tx.query(
    `INSERT INTO result_state (questionnaire_id, tallied_at) VALUES ($1, now())
     ON CONFLICT (questionnaire_id) DO UPDATE SET tallied_at = greatest(result_state.tallied_at, now())`,
    [questionnaireId],
  );
}

/**
 * The same for questionnaires for which nothing waits, from their opening until a little after their closing. A batch at
 * work has not removed anything yet in the eyes of this statement. Not worth waiting for the disk: lost in a crash, it is
 * said again seconds later.
 */
export async function markIdleTallied(tx: EntityManager): Promise<void> {
  await tx.query('SET LOCAL synchronous_commit = off');
  await tx.query(
    `INSERT INTO result_state (questionnaire_id, tallied_at)
     SELECT id, now() FROM questionnaire LEFT JOIN result_state ON questionnaire_id = id
     WHERE status <> 'DRAFT' AND now() >= opens_at
       AND coalesce(tallied_at, 'epoch') < closes_at + interval '1 hour'
       AND NOT EXISTS (SELECT FROM response_pending WHERE response_pending.questionnaire_id = id)
     ON CONFLICT (questionnaire_id) DO UPDATE SET tallied_at = greatest(result_state.tallied_at, now())`,
  );
}

export async function questionnairesToTally(tx: EntityManager): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT DISTINCT questionnaire_id AS id FROM response_pending ORDER BY 1',
  );
  return rows.map(({ id }) => id);
}
