/** Numbers from 0 (included) to 1 (excluded); the same seed gives the same ones on every machine. */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): small, quick, even enough for made-up answers. Not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed for the nth of many things drawn from one seed, so that each can be drawn again alone. */
export function seedOf(seed: number, index: number): number {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export type Weights = Readonly<Record<string, number>>;

/** Draws keys in proportion to their weights; null when no weight is above zero. */
export function picker(weights: Weights): ((random: Random) => string) | null {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  const last = entries.at(-1);
  if (last === undefined) return null;
  let sum = 0;
  const steps = entries.map(([key, weight]) => ({ key, upTo: (sum += weight) }));
  return (random) => {
    const drawn = random() * sum;
    return (steps.find(({ upTo }) => drawn < upTo) ?? { key: last[0] }).key;
  };
}

/** One of several values; undefined from an empty list. */
export function pick<T>(random: Random, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** All keys in a random order in which heavy ones come early: drawn one by one without replacement. */
export function weightedOrder(random: Random, weights: Weights): string[] {
  // Exponential races (Efraimidis and Spirakis, 2006): the same law as drawing one by one, in one pass.
  return Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([key, weight]) => ({ key, at: -Math.log(1 - random()) / weight }))
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key);
}
