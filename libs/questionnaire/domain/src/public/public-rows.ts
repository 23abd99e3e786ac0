import { parseSliceKey, sliceKey, TOTAL_SLICE } from '../cube';
import type { Answer } from '../definition';
import { PROFILE_DIMENSIONS, type ProfileDimension } from '../definition';
import { UNKNOWN_PROFILE } from '../profile';
import { profileAnswer } from './who-sees';
import type { FormDimension, ResultForm } from '../results-form';
import type { Counts } from '../tally';
import { addCount, newTables, withhold } from './withhold';

/** A slice the public may read: everybody (always first), or one value of one dimension. */
export interface PublicRow {
  readonly key: string;
  readonly dimension: ProfileDimension | null;
  readonly counts: Counts;
  readonly size: number;
  /** Fewer than eleven people, or one that would tell how many those are. */
  readonly withheld: boolean;
  /** What everybody in the row answered: their profile. */
  readonly answers: ReadonlyMap<string, Answer | undefined>;
}

/** The rows of every public table, with those withheld altogether. Throws for a slice the form does not list. */
export function publicRows(
  form: ResultForm,
  slices: ReadonlyMap<string, Counts>,
  smallest: number,
): readonly PublicRow[] {
  const total = slices.get(TOTAL_SLICE) ?? {};
  const everybody: PublicRow = {
    key: TOTAL_SLICE,
    dimension: null,
    counts: total,
    size: total['n'] ?? 0,
    withheld: (total['n'] ?? 0) < smallest,
    answers: new Map(),
  };
  const rows = [
    everybody,
    ...form.dimensions.flatMap((dimension) => rowsOf(form, dimension, slices, smallest)),
  ];
  const listed = new Set(rows.map(({ key }) => key));
  for (const key of slices.keys()) {
    const slice = parseSliceKey(key);
    const fixed = PROFILE_DIMENSIONS.filter((dimension) => slice?.[dimension] !== undefined);
    if (fixed.length === 1 && !listed.has(key)) throw new Error(`A slice the form does not list: ${key}`);
  }
  return rows;
}

function rowsOf(
  form: ResultForm,
  { dimension, question, values }: FormDimension,
  slices: ReadonlyMap<string, Counts>,
  smallest: number,
): PublicRow[] {
  const fed = form.questions.find((candidate) => candidate.question.code === question);
  const isAlwaysSaid = fed?.condition === null && fed.question.required === true;
  const tables = newTables();
  const rows = values.map(({ code }) => {
    const key = sliceKey({ [dimension]: code });
    const counts = slices.get(key) ?? {};
    const size = counts['n'] ?? 0;
    // Nobody leaves a question without an answer that is asked of all and must be answered: no secret, no row.
    const isImpossible = size === 0 && isAlwaysSaid && code === UNKNOWN_PROFILE;
    const place = isImpossible ? null : addCount(tables, size);
    const answers = new Map(fed ? [[question, profileAnswer(fed.question, code)]] : []);
    return { place, row: { key, dimension, counts, size, answers } };
  });
  tables.lines.push({ parts: rows.flatMap(({ place }) => place ?? []), whole: null });
  withhold(tables, smallest);
  return rows.map(({ place, row }) => ({
    ...row,
    withheld: place !== null && tables.withheld[place] === true,
  }));
}
