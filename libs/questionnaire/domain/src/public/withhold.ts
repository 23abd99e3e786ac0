import { determinedCounts } from './determined';

/** Counts of people that are shown or withheld, numbered from 0, and the sums that tie them together. */
export interface Tables {
  readonly values: number[];
  readonly withheld: boolean[];
  readonly lines: Line[];
}

/** `parts` add up to the count `whole`, or to something everybody knows when that is null. */
export interface Line {
  readonly parts: readonly number[];
  readonly whole: number | null;
}

export const newTables = (): Tables => ({ values: [], withheld: [], lines: [] });

/** Adds a count; returns its number. */
export function addCount({ values, withheld }: Tables, value: number, isWithheld = false): number {
  withheld.push(isWithheld);
  return values.push(value) - 1;
}

/**
 * Withholds, in place, every count under `smallest` (nought included), then on each line as many more as it takes
 * until subtraction gives nothing back: those withheld are two at least and stand for `smallest` people at least
 * (primary and complementary suppression). The smallest goes first, and a whole only when nothing else is left. Then
 * the lines are looked at together, until none of the small counts can be computed from them.
 * It ends because each step withholds one more.
 */
export function withhold(tables: Tables, smallest: number): void {
  const { values, withheld, lines } = tables;
  const linesOf = values.map((): Line[] => []);
  for (const line of lines) for (const count of membersOf(line)) linesOf[count]?.push(line);
  values.forEach((value, count) => {
    if (value < smallest) withheld[count] = true;
  });
  const withholdAlong = (line: Line): readonly Line[] | null => {
    const extra = smallestShown(tables, line.parts) ?? smallestShown(tables, membersOf(line));
    if (extra === null) return null;
    withheld[extra] = true;
    return linesOf[extra] ?? [];
  };
  const settle = (queue: Line[]) => {
    for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
      while (givesBack(tables, line, smallest)) {
        const touched = withholdAlong(line);
        if (!touched) break;
        queue.push(...touched);
      }
    }
  };
  /** One more beside each small count that can be computed from all lines together; false when there is none. */
  const withholdBeside = (): boolean => {
    const given = determinedCounts(tables).filter((count) => (values[count] ?? 0) < smallest);
    const touched = given.flatMap((count) => firstOf(linesOf[count] ?? [], withholdAlong) ?? []);
    settle([...touched]);
    return touched.length > 0;
  };
  settle([...lines]);
  while (withholdBeside());
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Whether what is shown on the line tells what is withheld on it, or that of fewer than `smallest` people. */
export function givesBack({ values, withheld }: Tables, line: Line, smallest: number): boolean {
  if (line.parts.length === 0) return false;
  const parts = line.parts.filter((part) => withheld[part]);
  if (line.whole !== null && withheld[line.whole]) return parts.length === 0;
  if (parts.length === 0) return false;
  return parts.length === 1 || parts.reduce((sum, part) => sum + (values[part] ?? 0), 0) < smallest;
}

const membersOf = ({ parts, whole }: Line) => (whole === null ? parts : [...parts, whole]);

function smallestShown({ values, withheld }: Tables, counts: readonly number[]): number | null {
  let best: number | null = null;
  for (const count of counts) {
    if (!withheld[count] && (best === null || (values[count] ?? 0) < (values[best] ?? 0))) best = count;
  }
  return best;
}
