import { canonicalJson } from '../canonical';
import type { FormQuestion } from '../results-form';
import type { PublicRow } from './public-rows';
import { NOBODY, seenIn, tieColumn, type Figure, type PublicTable } from './public-table';
import { addCount, newTables, withhold } from './withhold';
import { conjuncts, type Audience } from './who-sees';

/** The numbers of people told so far in each row, and the parts of the condition each of them fulfils. */
export type ToldNumbers = readonly { readonly value: number; readonly parts: ReadonlySet<string> }[][];

/**
 * How many saw a question, row by row, and where that may be told. The form is public: what the conditions make the same
 * number as another cell is told exactly where that cell is. A number of its own is told where neither it, nor those who
 * did not see the question, nor those who make the difference with a number told before is that of fewer than `smallest`:
 * of two conditions, one of which holds the parts of the other, the difference counts people.
 */
export function shownFigures(
  form: FormQuestion,
  rows: readonly PublicRow[],
  audiences: readonly Audience[],
  published: ReadonlyMap<string, PublicTable>,
  told: ToldNumbers,
  smallest: number,
): readonly Figure[] {
  const parts = partsOf(form);
  const tables = newTables();
  const followed = new Map<number, Figure>();
  const column = rows.map((row, place) => {
    const value = seenIn(row, form);
    const audience = audiences[place] ?? { kind: 'own' };
    const figure = follows(audience, row, place, value, published);
    if (figure) {
      followed.set(place, figure);
      return figure.value === 0 && !figure.withheld ? null : addCount(tables, value, figure.withheld);
    }
    const nested = (told[place] ?? []).filter((number) => isNested(number.parts, parts));
    const differences = [
      row.size - value,
      ...nested.map((number) => Math.abs(number.value - value)),
      ...(place === 0 ? leftOver(rows, audiences, value) : []),
    ];
    return addCount(tables, value, row.withheld || differences.some((people) => people < smallest));
  });
  if (followed.size < rows.length) {
    tieColumn(tables, rows, column);
    withhold(tables, smallest);
  }
  return column.map((count, place): Figure => {
    const figure = followed.get(place);
    if (figure) return figure;
    const value = count === null ? 0 : (tables.values[count] ?? 0);
    const withheld = count !== null && tables.withheld[count] === true;
    if (!withheld) told[place]?.push({ value, parts });
    return { value, withheld };
  });
}

const partsOf = ({ condition, question }: FormQuestion) =>
  new Set(condition ? conjuncts(condition).map((part) => canonicalJson(part)) : [question.code]);

const holdsAll = (all: ReadonlySet<string>, some: ReadonlySet<string>) =>
  [...some].every((part) => all.has(part));

const isNested = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size !== b.size && (holdsAll(a, b) || holdsAll(b, a));

/** Those left when a row that saw it whole, or never did, is taken off. None left says nothing: the form told. */
function leftOver(rows: readonly PublicRow[], audiences: readonly Audience[], value: number): number[] {
  const everybody = rows[0]?.size ?? 0;
  return rows.flatMap(({ size, withheld }, place) => {
    const kind = place === 0 || withheld ? 'own' : audiences[place]?.kind;
    const left = kind === 'everybody' ? value - size : kind === 'nobody' ? everybody - size - value : 0;
    return left > 0 ? [left] : [];
  });
}

/** The figure when it is that of other cells; null when it says something of its own. */
function follows(
  audience: Audience,
  row: PublicRow,
  place: number,
  value: number,
  published: ReadonlyMap<string, PublicTable>,
): Figure | null {
  if (row.size === 0 && !row.withheld) return NOBODY;
  if (audience.kind === 'everybody' && value === row.size) return { value, withheld: row.withheld };
  if (audience.kind === 'nobody' && value === 0) return NOBODY;
  if (audience.kind !== 'cells') return null;
  const table = published.get(audience.question);
  const cells = audience.cells.map((key) => table?.cells.get(key)?.[place]);
  // A profile question has no cells but for everybody: crossed, the number is one of its own.
  if (
    cells.some((cell) => cell === undefined) ||
    (table?.shown[place]?.withheld && place > 0 && isProfile(table))
  ) {
    return null;
  }
  return { value, withheld: cells.some((cell) => cell?.withheld) };
}

const isProfile = (table: PublicTable) => table.shown.slice(1).every(({ withheld }) => withheld);
