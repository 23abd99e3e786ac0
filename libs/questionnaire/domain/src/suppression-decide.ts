import { SMALLEST_GROUP } from './publication';
import { linesByCount, membersOf, type Line, type System } from './suppression-system';
import { fillingSearch, type FillingSearch } from './suppression-witness';

/** How many counts are tried, one at a time, for the one whose hiding protects another. */
const TRIED = 40;

/**
 * Hides counts, in place, until nothing can be worked out from those that stay:
 * 1. every count under `smallest`, zero included;
 * 2. on each line, a second one, and more until those hidden stand for `smallest` people (complementary suppression);
 * 3. until every hidden count has a second possible value among the whole numbers that fit all lines at once.
 * It ends because each step hides one more count.
 */
export function suppress(system: System, smallest = SMALLEST_GROUP): void {
  const suppression = new Suppression(system, smallest);
  system.values.forEach((value, count) => {
    if (value < smallest) system.hidden[count] = true;
  });
  suppression.mend(system.lines);
  suppression.protect();
}

/**
 * The hidden counts for which no second filling was found: whole numbers, none negative, that keep every figure shown
 * and every line, and give the count another value. None after `suppress`, save those told by their line alone.
 *
 * This asks more than that elimination leave a count undetermined: two hidden counts whose sum happens to be nought are
 * free in linear algebra, and known to anyone who remembers that people are not counted in negatives.
 */
export function auditSuppression(system: System): number[] {
  return exposedCounts(system, fillingSearch(system), new Set());
}

/**
 * Shows again those groups of hidden counts that are large enough and that can be worked out anyway: to hide them would
 * be for nothing.
 */
export function release(
  system: System,
  groups: readonly (readonly number[])[],
  smallest = SMALLEST_GROUP,
): void {
  const search = fillingSearch(system);
  const isKnown = (count: number) => (system.values[count] ?? 0) >= smallest && search.find(count) === null;
  const known = groups.filter((counts) => counts.every(isKnown));
  for (const count of known.flat()) system.hidden[count] = false;
}

function exposedCounts({ values, hidden }: System, search: FillingSearch, certain: Set<number>): number[] {
  return [...values.keys()].filter((count) => {
    if (!hidden[count] || certain.has(count)) return false;
    const second = search.find(count);
    second?.forEach((member) => certain.add(member));
    return second === null;
  });
}

class Suppression {
  private readonly byCount: readonly (readonly Line[])[];

  constructor(
    private readonly system: System,
    private readonly smallest: number,
  ) {
    this.byCount = linesByCount(system);
  }

  /** Hides on these lines, and on those that this touches, until subtraction on a single line gives nothing away. */
  mend(touched: readonly Line[]): void {
    const queue = [...touched];
    for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
      while (this.givesAway(line)) {
        const [extra] = [...this.ranked(line.parts), ...this.ranked(membersOf(line))];
        if (extra === undefined) break; // Everything on it is hidden already: its sum alone is said.
        this.system.hidden[extra] = true;
        queue.push(...this.linesOf(extra));
      }
    }
  }

  /** Hides more until every hidden count has a second possible value. */
  protect(): void {
    const search = fillingSearch(this.system);
    const certain = new Set<number>(); // More hidden counts leave more freedom: what is certain stays so.
    const hopeless = new Set<number>();
    for (;;) {
      const exposed = exposedCounts(this.system, search, certain).filter((count) => !hopeless.has(count));
      if (exposed.length === 0) return;
      for (const count of exposed) {
        while (!certain.has(count) && !hopeless.has(count)) {
          const extra = this.protector(count, search);
          // Nothing left to hide: only sums already told would give it away.
          if (extra === null) hopeless.add(count);
          else this.hide(extra);
          search.find(count)?.forEach((member) => certain.add(member));
        }
      }
    }
  }

  private hide(count: number): void {
    this.system.hidden[count] = true;
    this.mend(this.linesOf(count));
  }

  private linesOf(count: number): readonly Line[] {
    return this.byCount[count] ?? [];
  }

  /**
   * Whether subtraction on this line alone gives something away: a single hidden part, or hidden parts that stand for
   * fewer than `smallest` people together; under a hidden whole, no hidden part at all.
   */
  private givesAway({ parts, whole }: Line): boolean {
    const { hidden, values } = this.system;
    const hiddenParts = parts.filter((part) => hidden[part]);
    if (whole !== null && hidden[whole]) return hiddenParts.length === 0;
    if (hiddenParts.length === 0) return false;
    const sum = hiddenParts.reduce((total, part) => total + (values[part] ?? 0), 0);
    return hiddenParts.length === 1 || sum < this.smallest;
  }

  /**
   * Those of these counts that can still be hidden, the best first: spares, then those that start the fewest new gaps on
   * other lines, then the smallest.
   */
  private ranked(counts: Iterable<number>): number[] {
    const { hidden, spare, values } = this.system;
    const isWhole = (line: Line) => !membersOf(line).some((member) => hidden[member]);
    return [...new Set(counts)]
      .filter((count) => !hidden[count])
      .map((count) => ({ count, newGaps: spare[count] ? -1 : this.linesOf(count).filter(isWhole).length }))
      .sort((a, b) => a.newGaps - b.newGaps || (values[a.count] ?? 0) - (values[b.count] ?? 0))
      .map(({ count }) => count);
  }

  /** The count to hide so that an exposed one gets a second value: near it, one that suffices, else simply the best. */
  private protector(exposed: number, search: FillingSearch): number | null {
    const { hidden } = this.system;
    const reached = new Set<Line>(this.linesOf(exposed));
    let around = [...reached];
    let best: number | null = null;
    while (around.length > 0) {
      const parts = this.ranked(around.flatMap((line) => line.parts));
      const candidates = [...new Set([...parts, ...this.ranked(around.flatMap(membersOf))])];
      best ??= candidates[0] ?? null;
      const found = candidates.slice(0, TRIED).find((candidate) => {
        hidden[candidate] = true;
        const isProtected = search.find(exposed) !== null;
        hidden[candidate] = false;
        return isProtected;
      });
      if (found !== undefined) return found;
      if (best !== null && reached.size > TRIED) return best;
      const beside = new Set(around.flatMap((line) => line.parts).flatMap((part) => this.linesOf(part)));
      around = [...beside].filter((line) => !reached.has(line));
      around.forEach((line) => reached.add(line));
    }
    return best;
  }
}
