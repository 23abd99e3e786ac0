import { parseSliceKey, sliceKey, TOTAL_SLICE } from './cube';
import type { Answer } from './definition';
import { UNKNOWN_PROFILE } from './profile';
import type { FormQuestion, ResultForm } from './results-form';
import { groupOf, profileAnswer, reachOf, type Group, type Reach } from './suppression-reach';
import type { Nesting, Row, Sheet } from './suppression-tables';
import type { Counts } from './tally';

type Forms = ReadonlyMap<string, FormQuestion>;
type Reaches = ReadonlyMap<string, readonly Reach[]>;

/** An empty sheet: its rows, and all that the form says beforehand of how figures add up. */
export function newSheet(form: ResultForm, slices: ReadonlyMap<string, Counts>, smallest: number): Sheet {
  const rows = rowsOf(form, slices);
  const forms = new Map(form.questions.map((question) => [question.question.code, question]));
  const reaches = reachesOf(form, forms, rows);
  return {
    form,
    forms,
    rows,
    nestings: nestingsOf(form, forms, rows, reaches),
    smallest,
    reaches,
    groups: groupsOf(reaches),
    sizes: [],
    tables: new Map(),
  };
}

/** Everybody, then each value of each dimension. Throws on a slice the form does not list: it would be missed in sums. */
function rowsOf({ dimensions }: ResultForm, slices: ReadonlyMap<string, Counts>): Row[] {
  const rows: Row[] = [
    { key: TOTAL_SLICE, dimension: null, value: '', counts: slices.get(TOTAL_SLICE) ?? {} },
    ...dimensions.flatMap(({ dimension, values }) =>
      values.map(({ code: value }) => {
        const key = sliceKey({ [dimension]: value });
        return { key, dimension, value, counts: slices.get(key) ?? {} };
      }),
    ),
  ];
  const listed = new Set(rows.map(({ key }) => key));
  for (const key of slices.keys()) {
    const [name, ...others] = Object.keys(parseSliceKey(key) ?? {});
    const isRow = others.length === 0 && dimensions.some(({ dimension }) => dimension === name);
    if (isRow && !listed.has(key)) throw new Error(`A slice the form does not list: ${key}`);
  }
  return rows;
}

/** Who sees each question, row by row. In a row, everybody gave the same answer to the question its dimension is of. */
function reachesOf({ dimensions }: ResultForm, forms: Forms, rows: readonly Row[]): Reaches {
  const answersIn = rows.map(({ dimension, value }) => {
    const code = dimensions.find((candidate) => candidate.dimension === dimension)?.question ?? '';
    const fed = forms.get(code);
    return new Map<string, Answer | undefined>(fed ? [[code, profileAnswer(fed.question, value)]] : []);
  });
  const reaches = new Map<string, readonly Reach[]>();
  for (const [code, form] of forms) {
    const inRows = answersIn.map((answers) => reachOf(form, forms, answers));
    const same = dimensions
      .map(({ dimension }) => inRows.filter((_, place) => rows[place]?.dimension === dimension))
      .map((ofDimension) => kindOfAll(ofDimension))
      .find((kind) => kind !== null);
    const found = same ? inRows.map((): Reach => ({ kind: same })) : inRows;
    reaches.set(code, found);
    found.forEach(({ kind }, place) => {
      // An answer to what nobody sees is no answer, for the conditions further on.
      if (kind === 'nobody') answersIn[place]?.set(code, undefined);
    });
  }
  return reaches;
}

/** What holds in every row of a dimension holds of everybody, whichever way they are shared out. */
function kindOfAll([first, ...others]: readonly Reach[]): 'everybody' | 'nobody' | null {
  if (first?.kind !== 'everybody' && first?.kind !== 'nobody') return null;
  return others.every(({ kind }) => kind === first.kind) ? first.kind : null;
}

/**
 * The rows of each dimension share out everybody. When a profile question is required of some roles and not shown to the
 * others, those others are also its row without answer, in every table.
 */
function nestingsOf(
  { dimensions }: ResultForm,
  forms: Forms,
  rows: readonly Row[],
  reaches: Reaches,
): Nesting[] {
  const placesOf = (test: (row: Row) => boolean) => rows.flatMap((row, place) => (test(row) ? [place] : []));
  const sizeOf = (places: readonly number[]) =>
    places.reduce((sum, place) => sum + (rows[place]?.counts.n ?? 0), 0);
  const whole = dimensions.map(({ dimension }) => ({
    parts: placesOf((row) => row.dimension === dimension),
    whole: 0,
  }));
  const nested = dimensions.flatMap(({ dimension, question }) => {
    const reach = reaches.get(question)?.[0];
    if (reach?.kind !== 'cells' || !forms.get(question)?.question.required) return [];
    const other = dimensions.find((candidate) => candidate.question === reach.question);
    const parts = placesOf(({ dimension: axis, value }) => {
      if (other === undefined || axis !== other.dimension) return false;
      if (value === UNKNOWN_PROFILE) return reach.unshown === 'outside';
      return reach.outside.includes(`${other.question}.${value}`);
    });
    const blank = placesOf((row) => row.dimension === dimension && row.value === UNKNOWN_PROFILE);
    return sizeOf(parts) === sizeOf(blank) ? blank.map((place) => ({ parts, whole: place })) : [];
  });
  return [...whole, ...nested];
}

/** The sums of cells that decide who sees other questions, by the question they are of. */
function groupsOf(reaches: Reaches): ReadonlyMap<string, readonly Group[]> {
  const groups = new Map<string, Map<string, Group>>();
  for (const reach of [...reaches.values()].flat()) {
    if (reach.kind !== 'cells') continue;
    const group = groupOf(reach);
    const others = groups.get(group.question) ?? new Map<string, Group>();
    if (group.parts.length > 0) groups.set(group.question, others.set(group.key, group));
  }
  return new Map([...groups].map(([question, byKey]) => [question, [...byKey.values()]]));
}
