import { picker, randomFrom, seedOf, type Weights } from './generate-random';

const DAY = 86_400_000;
/** How strongly a consultation is answered when it opens, against an ordinary day, and how fast that wears off. */
const OPENING = { boost: 3, days: 4 };
const WEEKEND = 0.55;
/** Keeps the draw of a day apart from the draws of the answers. */
const SALT = 0x0da1;

/**
 * The day of the nth response of a seed, between two days (included): many when the consultation opens, fewer at
 * weekends.
 */
export function dayGenerator(first: string, last: string): (seed: number, index: number) => string {
  const weights: Record<string, number> = {};
  const from = Date.parse(first);
  for (let at = from; at <= Date.parse(last); at += DAY) {
    const since = (at - from) / DAY;
    const weekday = new Date(at).getUTCDay();
    const rhythm = weekday === 0 || weekday === 6 ? WEEKEND : 1;
    weights[new Date(at).toISOString().slice(0, 10)] =
      rhythm * (1 + OPENING.boost * Math.exp(-since / OPENING.days));
  }
  const draw = picker(weights satisfies Weights);
  return (seed, index) => draw?.(randomFrom(seedOf(seed ^ SALT, index))) ?? first;
}
