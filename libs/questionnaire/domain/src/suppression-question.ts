import type { CountedCell } from './results-cells';
import type { FormQuestion } from './results-form';
import { decideGroups, type Sides } from './suppression-groups';
import type { Group } from './suppression-reach';
import { seenFigures } from './suppression-shown';
import {
  at,
  known,
  newDesk,
  NOBODY,
  NONE,
  type Column,
  type Desk,
  type OpenColumn,
  type Sheet,
} from './suppression-tables';

/**
 * Works out the table of a question that feeds no dimension, after those its conditions look back to. A row of which it
 * may not be said how many saw the question shows nothing of it.
 */
export function addQuestionTable(sheet: Sheet, form: FormQuestion): void {
  const { shown, unshown } = seenFigures(sheet, form);
  const impossible = new Set(form.cells.filter((cell) => isEmpty(sheet, cell)).map(({ key }) => key));
  const partitions = form.partitions.map((keys) => keys.filter((key) => !impossible.has(key)));
  const everybody = new Set(partitions.flatMap((keys) => (keys.length === 1 ? keys : [])));
  const nobody = shown.map(() => NOBODY);
  const cells = new Map<string, Column>();
  for (const { key } of form.cells) {
    if (impossible.has(key)) cells.set(key, nobody);
    else if (everybody.has(key)) cells.set(key, shown);
  }

  const undecided = form.cells.filter(({ key }) => !cells.has(key));
  for (const linked of linkedCells(form, undecided)) {
    const desk = newDesk(sheet);
    const columns = new Map(linked.map((cell) => [cell.key, openColumn(sheet, desk, cell, shown)]));
    tieCells(desk, { form, partitions, shown, cells, columns });
    desk.decide();
    const groups = groupsOf(sheet.groups.get(form.question.code) ?? [], { partitions, shown, columns });
    for (const [key, column] of [...columns, ...decideGroups(desk, groups)])
      cells.set(key, column.map(desk.read));
  }
  sheet.tables.set(form.question.code, { shown, unshown, cells });
}

/** Nobody can be in the cell, and the tallies agree: nothing to hide. */
function isEmpty({ rows }: Sheet, { isImpossible, read }: CountedCell): boolean {
  return isImpossible === true && rows.every(({ counts }) => read(counts) === 0);
}

function openColumn(sheet: Sheet, desk: Desk, cell: CountedCell, shown: Column): OpenColumn {
  return sheet.rows.map(({ counts }, place) => {
    const { value, hidden } = at(shown, place);
    if (value === 0 && !hidden) return NONE;
    return desk.open(cell.read(counts), { hidden, spare: cell.isSpare === true });
  });
}

/** Cells that no equality ties together are decided apart: the options of a multiple choice, the rows of a matrix. */
function linkedCells({ partitions, sums }: FormQuestion, cells: readonly CountedCell[]): CountedCell[][] {
  const links = [...partitions, ...sums.map(({ parts, whole }) => [...parts, whole])];
  const groups = new Map(cells.map((cell) => [cell.key, [cell]]));
  for (const keys of links) {
    const joined = [...new Set(keys.flatMap((key) => groups.get(key) ?? []))];
    for (const { key } of joined) groups.set(key, joined);
  }
  return [...new Set(groups.values())];
}

interface Work {
  /** Without the cells nobody can be in. */
  readonly partitions: readonly (readonly string[])[];
  readonly shown: Column;
  readonly columns: Map<string, OpenColumn>;
}

function tieCells(
  desk: Desk,
  {
    form,
    partitions,
    shown,
    cells,
    columns,
  }: Work & { form: FormQuestion; cells: ReadonlyMap<string, Column> },
): void {
  const defined = new Set(form.sums.filter((sum) => sum.isDefinition).map((sum) => sum.whole));
  const kindOf = (keys: readonly string[]) => (keys.some((key) => defined.has(key)) ? 'implied' : 'basic');
  shown.forEach((seen, place) => {
    const figures = (keys: readonly string[]) => keys.flatMap((key) => columns.get(key)?.[place] ?? []);
    if (!seen.hidden) {
      for (const keys of partitions) desk.tie(figures(keys), known(seen.value), kindOf(keys));
    }
    for (const { parts, whole, times, isDefinition } of form.sums) {
      const [sum] = figures([whole]);
      const decided = at(cells.get(whole), place);
      if (sum) desk.tie(figures(parts), sum, isDefinition ? 'definition' : 'basic', times);
      else if (!decided.hidden) desk.tie(figures(parts), known(decided.value * times));
    }
  });
  for (const [key, column] of columns) desk.tieColumn(column, kindOf([key]));
}

/** The sums of cells that decide who sees another question. */
function groupsOf(groups: readonly Group[], { partitions, shown, columns }: Work): Sides[] {
  const at = (keys: readonly string[]) => keys.flatMap((key) => [columns.get(key) ?? []]);
  return groups.flatMap(({ key, parts }) => {
    const around = partitions.find((keys) => parts.every((part) => keys.includes(part)));
    if (columns.has(key) || around === undefined || !parts.some((part) => columns.has(part))) return [];
    const others = around.filter((other) => !parts.includes(other));
    const wholes = shown.map(({ value, hidden }) => (hidden ? null : known(value)));
    return [{ key, inside: at(parts), outside: at(others), wholes }];
  });
}
