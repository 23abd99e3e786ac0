import { expect, test } from '@jest/globals';
import { determinedCounts } from './determined';
import { addCount, givesBack, newTables, withhold, type Tables } from './withhold';

/** A table of rows and columns whose sums everybody knows. */
function tableOf(values: readonly (readonly number[])[]): {
  tables: Tables;
  at: (row: number, column: number) => number;
} {
  const tables = newTables();
  const counts = values.map((row) => row.map((value) => addCount(tables, value)));
  for (const parts of counts) tables.lines.push({ parts, whole: null });
  for (const column of counts[0]?.keys() ?? []) {
    tables.lines.push({ parts: counts.map((row) => row[column] ?? 0), whole: null });
  }
  return { tables, at: (row, column) => counts[row]?.[column] ?? 0 };
}

/** Two groups of small counts, and one small count that alone ties them: rows 0 and 1, rows 2 and 3, row 1 with column 2. */
const bridged = [
  [6, 7, 50, 60],
  [8, 9, 4, 70],
  [80, 90, 6, 7],
  [85, 95, 8, 9],
];

test('counts that every line protects may still be computed from all lines together', () => {
  const { tables, at } = tableOf(bridged);
  tables.values.forEach((value, count) => {
    tables.withheld[count] = value < 11;
  });
  expect(tables.lines.some((line) => givesBack(tables, line, 11))).toBe(false);
  // Rows 0 and 1 less columns 0 and 1 leave what is shown, and this one count.
  expect(determinedCounts(tables)).toEqual([at(1, 2)]);
});

test('so one more is withheld, until no small count can be', () => {
  const { tables } = tableOf(bridged);
  withhold(tables, 11);
  expect(determinedCounts(tables).filter((count) => (tables.values[count] ?? 0) < 11)).toEqual([]);
  expect(tables.values.every((value, count) => value >= 11 || tables.withheld[count])).toBe(true);
  expect(tables.withheld.filter((isWithheld) => !isWithheld).length).toBeGreaterThan(0);
});

test('a count that is a whole counts as the sum of its parts', () => {
  const tables = newTables();
  const [whole, first, second] = [30, 12, 18].map((value) => addCount(tables, value));
  tables.lines.push({ parts: [first ?? 0, second ?? 0], whole: whole ?? 0 });
  tables.withheld[first ?? 0] = true;
  expect(determinedCounts(tables)).toEqual([first]);
  tables.withheld[whole ?? 0] = true;
  expect(determinedCounts(tables)).toEqual([]);
});
