import { answeredKey, shownKey, skippedKey, type CountedCell } from '../results-cells';
import type { FormQuestion } from '../results-form';
import type { PublicRow } from './public-rows';
import { addCount, newTables, withhold, type Tables } from './withhold';

/** A number of people and whether the public may read it. */
export interface Figure {
  readonly value: number;
  readonly withheld: boolean;
}

/** One question in every row: who saw it, and its cells by key; a column per key, in the order of the rows. */
export interface PublicTable {
  readonly shown: readonly Figure[];
  readonly cells: ReadonlyMap<string, readonly Figure[]>;
}

export const NOBODY: Figure = { value: 0, withheld: false };

/** Counts of one column, numbered; null where there is nothing to decide (nobody can be there). */
type Column = readonly (number | null)[];

/** Ties a column: in each dimension, its rows add up to the row of everybody. */
export function tieColumn(tables: Tables, rows: readonly PublicRow[], column: Column): void {
  const dimensions = new Set(rows.flatMap(({ dimension }) => dimension ?? []));
  for (const dimension of dimensions) {
    const parts = rows.flatMap((row, place) => (row.dimension === dimension ? (column[place] ?? []) : []));
    tables.lines.push({ parts, whole: column[0] ?? null });
  }
}

/**
 * Having left a question, a row or a rank blank is no answer: how many did is no secret, and hiding it would cost the
 * smallest option beside it. Not having ticked a choice, though, is an answer.
 */
function isLeftBlank({ question }: FormQuestion, { key }: CountedCell): boolean {
  const isTicked = question.type === 'multiple' || question.type === 'matrixMultiple';
  return key === skippedKey(question.code) || (!isTicked && key.endsWith('#not'));
}

/** Nobody can be in the cell, and the tallies agree: nothing to withhold. */
const isEmpty = ({ isImpossible, read }: CountedCell, rows: readonly PublicRow[]) =>
  isImpossible === true && rows.every(({ counts }) => read(counts) === 0);

/** Withholds within one question, once it is decided in which rows the number who saw it may be read. */
export function publicTable(
  form: FormQuestion,
  rows: readonly PublicRow[],
  shown: readonly Figure[],
  smallest: number,
): PublicTable {
  const tables = newTables();
  const undecided = form.cells.filter((cell) => !isLeftBlank(form, cell) && !isEmpty(cell, rows));
  const columns = new Map(
    undecided.map(({ key, read }) => {
      const column = rows.map(({ counts }, place) => {
        const seen = shown[place] ?? NOBODY;
        return seen.value === 0 && !seen.withheld ? null : addCount(tables, read(counts), seen.withheld);
      });
      return [key, column] as const;
    }),
  );
  rows.forEach((_, place) => {
    const at = (key: string) => columns.get(key)?.[place] ?? null;
    if (!shown[place]?.withheld) {
      for (const keys of form.partitions) {
        tables.lines.push({ parts: keys.flatMap((key) => at(key) ?? []), whole: null });
      }
    }
    for (const { parts, whole } of form.sums) {
      tables.lines.push({ parts: parts.flatMap((key) => at(key) ?? []), whole: at(whole) });
    }
  });
  for (const column of columns.values()) tieColumn(tables, rows, column);
  withhold(tables, smallest);

  const figure = (number: number | null | undefined): Figure =>
    number === null || number === undefined
      ? NOBODY
      : { value: tables.values[number] ?? 0, withheld: tables.withheld[number] === true };
  const cells = new Map(
    form.cells.map(({ key }) => [key, rows.map((_, place) => figure(columns.get(key)?.[place]))]),
  );
  return { shown, cells };
}

/**
 * A profile question is published for everybody only: crossed by another, it would tell how many teachers there are in
 * each académie, which nearly every other figure would then have to hide. Its options are the sizes of the rows.
 */
export function profileTable(form: FormQuestion, rows: readonly PublicRow[], shown: Figure): PublicTable {
  const { code } = form.question;
  const [everybody] = rows;
  const sizeOf = (option: string): Figure => {
    const row = rows.find(
      ({ key, dimension }) => dimension === form.question.profile && key.endsWith(`=${option}`),
    );
    return row ? { value: row.size, withheld: row.withheld } : NOBODY;
  };
  const options = form.options.map((option) => [`${code}.${option.code}`, sizeOf(option.code)] as const);
  const unknown = sizeOf('_');
  const answered: Figure = {
    value: everybody?.counts[answeredKey(code)] ?? 0,
    withheld: unknown.withheld || shown.withheld,
  };
  const skipped = { value: shown.value - answered.value, withheld: unknown.withheld || shown.withheld };
  const inFirstRow = (figure: Figure) =>
    rows.map((row, place): Figure => (place === 0 ? figure : { value: row.size, withheld: true }));
  return {
    shown: inFirstRow(shown),
    cells: new Map(
      [...options, [answeredKey(code), answered] as const, [skippedKey(code), skipped] as const].map(
        ([key, figure]) => [key, inFirstRow(figure)],
      ),
    ),
  };
}

export const seenIn = ({ counts }: PublicRow, { question }: FormQuestion) =>
  counts[shownKey(question.code)] ?? 0;
