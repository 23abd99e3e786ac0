import type { Counts } from '@preau/questionnaire-domain';

/**
 * Tallies are stored as arrays of numbers whose names stand once per questionnaire. A busy questionnaire rewrites two
 * thousand of them every few seconds: as objects with their names they cost thirty times as much (see the README).
 */
export type PackedCounts = number[];

/** The names of counts and the place of each in packed tallies. */
export class CountKeys {
  private readonly places: Map<string, number>;

  constructor(names: readonly string[] = []) {
    this.places = new Map(names.map((name, place) => [name, place]));
  }

  get names(): string[] {
    return [...this.places.keys()];
  }

  get size(): number {
    return this.places.size;
  }

  /** A name seen for the first time gets the next place. */
  placeOf(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(name, place);
    return place;
  }
}

/** Adds one packed tally into another, in place. `places` tells where each of its counts stands there (default: the same). */
export function addPackedTo(into: PackedCounts, from: readonly number[], places?: readonly number[]): void {
  for (let index = 0; index < from.length; index += 1) {
    const amount = from[index] ?? 0;
    if (amount !== 0) addAt(into, places?.[index] ?? index, amount);
  }
}

/** Adds to one count, in place. */
export function addAt(into: PackedCounts, place: number, amount: number): void {
  // Without gaps: arrays with holes are slow, and are written as nulls.
  while (into.length <= place) into.push(0);
  into[place] = (into[place] ?? 0) + amount;
}

/** The counts by name, those of zero left out, as the domain reads them. */
export function unpack(names: readonly string[], packed: readonly number[]): Counts {
  const counts: Counts = {};
  for (const [place, amount] of packed.entries()) {
    const name = names[place];
    if (name !== undefined && amount !== 0) counts[name] = amount;
  }
  return counts;
}
