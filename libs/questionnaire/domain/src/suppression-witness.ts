import type { Line, System } from './suppression-system';

/** How many changes a second filling may need, tried in turn: a rectangle of a table is four, of a ranking eight. */
const DEPTHS = [8, 16, 48];
/** Steps of the search at each depth. Out of steps, the count is taken as exposed and more is hidden: never the reverse. */
const STEPS = 400;

/** A line as the search reads it: its members, and what its balance (parts less whole) gains when each goes up by one. */
interface Balance {
  readonly members: readonly number[];
  readonly gains: readonly number[];
  /** The whole of a definition: while hidden, it follows its parts and the line is left alone. */
  readonly defined: number | null;
}

/** For each count, the places of its lines and its gain in each. */
interface Reach {
  readonly lines: number[];
  readonly gains: number[];
}

/** Finds second fillings of the hidden counts of one system; counts may be hidden between two searches. */
export interface FillingSearch {
  /**
   * Another filling that gives `start` another value: some hidden counts go up by one person, some down, none under
   * zero, so that every line still adds up. The counts that change, or null when none was found.
   */
  readonly find: (start: number) => number[] | null;
}

export function fillingSearch({ values, hidden, lines }: System): FillingSearch {
  const balances = lines.filter(({ kind }) => kind !== 'implied').map(balanceOf);
  const reaches = reachesOf(values.length, balances);
  /** By how much each line is off, and how each count was changed so far. */
  const off = new Int32Array(balances.length);
  const change = new Int8Array(values.length);
  const changed: number[] = [];
  const broken = new Set<number>();
  let steps = 0;
  let started = -1;

  const isLeftAlone = (line: number) => {
    const defined = balances[line]?.defined ?? null;
    return defined !== null && defined !== started && hidden[defined] === true;
  };
  const shift = (count: number, by: number) => {
    const reach = reaches[count];
    reach?.lines.forEach((line, index) => {
      const next = (off[line] ?? 0) + by * (reach.gains[index] ?? 0);
      off[line] = next;
      if (next === 0) broken.delete(line);
      else if (!isLeftAlone(line)) broken.add(line);
    });
  };
  const isPossible = (count: number, by: number) =>
    hidden[count] === true && change[count] === 0 && (values[count] ?? 0) + by >= 0;

  /** How much nearer to balance all lines come: the more, the sooner the search ends. */
  const relief = (count: number, by: number) => {
    const reach = reaches[count];
    let sum = 0;
    if (reach === undefined) return sum;
    for (let index = 0; index < reach.lines.length; index++) {
      const line = reach.lines[index] ?? 0;
      if (isLeftAlone(line)) continue;
      const now = off[line] ?? 0;
      sum += Math.abs(now) - Math.abs(now + by * (reach.gains[index] ?? 0));
    }
    return sum;
  };

  /** What could bring a line nearer to balance, as count × 2 + (1 when it goes up): numbers, since they are many. */
  const repairs = (line: number): number[] => {
    const { members, gains } = balances[line] ?? { members: [], gains: [] };
    const excess = off[line] ?? 0;
    const found: number[] = [];
    for (let index = 0; index < members.length; index++) {
      const count = members[index] ?? 0;
      const by = excess > 0 === (gains[index] ?? 0) > 0 ? -1 : 1;
      if (isPossible(count, by)) found.push(count * 2 + (by > 0 ? 1 : 0));
    }
    return found;
  };

  /** Depth first: mends the broken line with the fewest repairs, trying first what mends most. */
  const mend = (depth: number): boolean => {
    if (broken.size === 0) return true;
    if (changed.length >= depth) return false;
    let fewest: number[] | null = null;
    for (const line of broken) {
      const found = repairs(line);
      if (fewest === null || found.length < fewest.length) fewest = found;
      if (fewest.length <= 1) break;
    }
    const ranked = (fewest ?? []).map((repair) => ({
      repair,
      relief: relief(repair >> 1, repair % 2 === 1 ? 1 : -1),
    }));
    ranked.sort((a, b) => b.relief - a.relief);
    for (const { repair } of ranked) {
      if (steps-- <= 0) return false;
      if (attempt(repair >> 1, repair % 2 === 1 ? 1 : -1, depth)) return true;
    }
    return false;
  };

  const attempt = (count: number, by: number, depth: number): boolean => {
    change[count] = by;
    changed.push(count);
    shift(count, by);
    if (mend(depth)) return true;
    shift(count, -by);
    changed.pop();
    change[count] = 0;
    return false;
  };

  /** Undoes the changes and tells which counts they reached, sums that follow included. */
  const collect = (): number[] => {
    const found = [...changed];
    for (const count of changed) {
      for (const line of reaches[count]?.lines ?? []) {
        const defined = balances[line]?.defined ?? null;
        if (off[line] !== 0 && defined !== null) found.push(defined);
      }
    }
    for (const count of changed.splice(0)) {
      shift(count, -(change[count] ?? 0));
      change[count] = 0;
    }
    return found;
  };

  return {
    find: (start) => {
      started = start;
      for (const depth of DEPTHS) {
        for (const by of [1, -1]) {
          steps = STEPS;
          if (isPossible(start, by) && attempt(start, by, depth)) return collect();
        }
      }
      return null;
    },
  };
}

function balanceOf({ parts, whole, times, kind }: Line): Balance {
  const gains = parts.map(() => 1);
  return whole === null
    ? { members: parts, gains, defined: null }
    : {
        members: [...parts, whole],
        gains: [...gains, -times],
        defined: kind === 'definition' ? whole : null,
      };
}

function reachesOf(counts: number, balances: readonly Balance[]): Reach[] {
  const reaches: Reach[] = Array.from({ length: counts }, () => ({ lines: [], gains: [] }));
  balances.forEach(({ members, gains }, line) => {
    members.forEach((count, index) => {
      reaches[count]?.lines.push(line);
      reaches[count]?.gains.push(gains[index] ?? 0);
    });
  });
  return reaches;
}
