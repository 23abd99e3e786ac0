import type { CleanResponse } from '@preau/questionnaire-domain';
import type { QueryRunner } from 'typeorm';
import type { PackedCounts } from '../tallies/packed-counts';

const LOCK = `hashtextextended('recount:' || $1::text, 0)`;
const PAGE = 5_000;

/** Takes the lock of recounts, until it is given back or the connection ends. False when one is under way. */
export async function beginRecount(runner: QueryRunner, questionnaireId: string): Promise<boolean> {
  const [row] = (await runner.query(`SELECT pg_try_advisory_lock(${LOCK}) AS locked`, [questionnaireId])) as {
    locked: boolean;
  }[];
  return row?.locked ?? false;
}

export async function endRecount(runner: QueryRunner, questionnaireId: string): Promise<void> {
  await runner.query(`SELECT pg_advisory_unlock(${LOCK})`, [questionnaireId]);
}

/** A response and what the tallies ought to hold of it: its answers, or those from before an amendment still waiting. */
export interface CountedResponse extends CleanResponse {
  readonly version: number;
  readonly day: string;
  readonly counted: CleanResponse | null;
}

/**
 * Every response the tallies ought to hold in the transaction's snapshot, page by page: all but the new ones still
 * waiting. The next page is on its way while one is being counted; memory holds two.
 */
export async function* countedResponses(
  runner: QueryRunner,
  questionnaireId: string,
): AsyncGenerator<CountedResponse[]> {
  // The whole table is going to be read: the plan that is best for all of it, not for the first rows.
  await runner.query('SET LOCAL cursor_tuple_fraction = 1');
  await runner.query(
    `DECLARE counted NO SCROLL CURSOR FOR
     SELECT version, answers, to_json(skipped) AS skipped, day::text, counted
     FROM response LEFT JOIN response_pending ON response_id = id
     WHERE response.questionnaire_id = $1 AND (response_id IS NULL OR counted IS NOT NULL)`,
    [questionnaireId],
  );
  const fetch = () => {
    const page = runner.query(`FETCH ${PAGE} FROM counted`) as Promise<CountedResponse[]>;
    // Whoever reads the pages may have stopped for another reason before a failure of this one is looked at.
    page.catch(() => undefined);
    return page;
  };
  for (let coming = fetch(); ;) {
    const page = await coming;
    if (page.length === 0) break;
    coming = fetch();
    yield page;
  }
  await runner.query('CLOSE counted');
}

export interface StoredTallies {
  readonly keys: string[];
  readonly live: { slice: string; responses: number; counts: PackedCounts }[];
  readonly published: { slice: string; responses: number; counts: PackedCounts }[];
  readonly days: { day: string; responses: number }[];
}

/** Everything that is stored about a questionnaire's tallies. */
export async function storedTallies(runner: QueryRunner, questionnaireId: string): Promise<StoredTallies> {
  const slices = (table: 'result_slice' | 'published_slice') =>
    runner.query(`SELECT slice, responses, counts FROM ${table} WHERE questionnaire_id = $1`, [
      questionnaireId,
    ]) as Promise<StoredTallies['live']>;
  const [state] = (await runner.query('SELECT keys FROM result_state WHERE questionnaire_id = $1', [
    questionnaireId,
  ])) as { keys: string[] }[];
  return {
    keys: state?.keys ?? [],
    live: await slices('result_slice'),
    published: await slices('published_slice'),
    days: (await runner.query('SELECT day::text, responses FROM response_day WHERE questionnaire_id = $1', [
      questionnaireId,
    ])) as StoredTallies['days'],
  };
}
