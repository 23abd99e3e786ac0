import type { Question } from './definition';

/** Ranges of a number question as they are counted. `code` is stable for given bounds; both ends are included. */
export interface Bucket {
  readonly code: string;
  readonly from: number | null;
  readonly to: number | null;
}

type NumberBounds = Pick<Question, 'min' | 'max' | 'decimals'>;

export const MAX_BUCKETS = 20;

/** For a number without bounds: lower ends that stay readable from a few units to hundreds of thousands. */
const LADDER = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** Amounts beyond this, in the question's last decimal, count as this: nine million of them still add up exactly. */
const LARGEST_ADDEND = 1_000_000_000;

/** The decimals a number question keeps: 0 for whole numbers. */
export function decimalsOf(question: NumberBounds): number {
  return question.decimals ?? 0;
}

/** A value in units of the question's last decimal (2.35 with two decimals is 235), so that sums are exact integers. */
export function scaledValue(question: NumberBounds, value: number): number {
  const scaled = Math.round(value * 10 ** decimalsOf(question));
  return Math.max(-LARGEST_ADDEND, Math.min(LARGEST_ADDEND, scaled));
}

interface Grid {
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

/** The smallest width of the form 1, 2 or 5 × 10ⁿ that covers the bounds with at most MAX_BUCKETS aligned buckets. */
function gridOf(question: NumberBounds): Grid | null {
  if (typeof question.min !== 'number' || typeof question.max !== 'number') return null;
  const scale = 10 ** decimalsOf(question);
  const low = Math.round(question.min * scale);
  const high = Math.max(low, Math.round(question.max * scale));
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) {
      const width = step * power;
      if (Math.floor(high / width) - Math.floor(low / width) < MAX_BUCKETS) return { low, high, width };
    }
  }
}

/** All buckets of a number question, in ascending order. */
export function bucketsOf(question: NumberBounds): Bucket[] {
  const grid = gridOf(question);
  if (grid === null) {
    const ladder = LADDER.map((from, index) => ({
      code: String(from),
      from,
      to: (LADDER[index + 1] ?? Infinity) === Infinity ? null : (LADDER[index + 1] ?? 0) - 1,
    }));
    return [{ code: 'below', from: null, to: -1 }, ...ladder];
  }
  const { low, high, width } = grid;
  const scale = 10 ** decimalsOf(question);
  const buckets: Bucket[] = [];
  for (let start = Math.floor(low / width) * width; start <= high; start += width) {
    buckets.push({
      code: String(start / scale),
      from: Math.max(start, low) / scale,
      to: Math.min(start + width - 1, high) / scale,
    });
  }
  return buckets;
}

/** The code of the bucket a value falls in; a value outside the bounds falls in the nearest bucket. */
export function bucketCodeOf(question: NumberBounds, value: number): string {
  const grid = gridOf(question);
  if (grid === null) {
    if (value < 0) return 'below';
    return String(LADDER.findLast((from) => from <= value) ?? 0);
  }
  const { low, high, width } = grid;
  const scale = 10 ** decimalsOf(question);
  const scaled = Math.max(low, Math.min(high, Math.round(value * scale)));
  return String((Math.floor(scaled / width) * width) / scale);
}
