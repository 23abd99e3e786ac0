import { parseSliceKey, sliceKey, type SliceFilter } from './cube';
import { PROFILE_DIMENSIONS, type ProfileDimension } from './definition';

/** No public figure stands for fewer people than this, and none moves by fewer. */
export const SMALLEST_GROUP = 11;

/** What waits to be published in one base cell of the cube (see `slicesOf`). */
export interface PendingCell {
  /** Key of the base cell. */
  readonly key: string;
  /** Distinct responses, new or amended since the cell was last published, that are in it now. */
  readonly moved: number;
  /** A published response has left the cell since, by an amendment that changed its profile. */
  readonly dirty: boolean;
}

/** The public slices a base cell is counted in: everybody, and one value of each dimension. */
function publicSlicesOf(key: string): string[] {
  const cell = parseSliceKey(key);
  if (cell === null) throw new Error(`Not a key of a cell: ${key}`);
  const values = PROFILE_DIMENSIONS.filter((dimension) => cell[dimension] !== undefined);
  return [sliceKey({}), ...values.map((dimension) => sliceKey({ [dimension]: cell[dimension] }))];
}

/**
 * The base cells to copy now into the public tables, in the order given: the largest set such that every public slice
 * (everybody; each value of one dimension) either stays as it is or moves by at least `smallest` distinct responses.
 *
 * Found by peeling: while a slice would move by fewer, its cells wait. Two sets that are allowed make an allowed union,
 * so the largest is unique and the order of peeling does not matter. All tables being copied cell by cell, they always
 * describe the same responses, and each dimension adds up to the total. A cell that a response has left counts for
 * nothing in `moved` but waits like the others: a departure too is only seen among enough arrivals.
 */
export function planPublication(cells: readonly PendingCell[], smallest = SMALLEST_GROUP): string[] {
  const waiting = new Map(
    cells
      .filter((cell) => cell.moved > 0 || cell.dirty)
      .map((cell) => [cell.key, { cell, slices: publicSlicesOf(cell.key) }]),
  );
  const moved = new Map<string, number>();
  for (const { cell, slices } of waiting.values()) {
    for (const slice of slices) moved.set(slice, (moved.get(slice) ?? 0) + cell.moved);
  }
  for (let peeled = true; peeled;) {
    peeled = false;
    for (const [key, { cell, slices }] of waiting) {
      if (slices.every((slice) => (moved.get(slice) ?? 0) >= smallest)) continue;
      waiting.delete(key);
      for (const slice of slices) moved.set(slice, (moved.get(slice) ?? 0) - cell.moved);
      peeled = true;
    }
  }
  return [...waiting.keys()];
}

export type PublicQueryRefusal = 'ONE_CROSSING_OR_ONE_FILTER';

/**
 * Whether the public may ask for results crossed `by` a dimension under filters: one crossing or one filter, never both
 * nor two filters. So the public tables are a closed list (everybody, and each value of one dimension), checked as a
 * whole against subtraction.
 */
export function publicQuery(
  by: ProfileDimension | null,
  where: readonly SliceFilter[],
): PublicQueryRefusal | null {
  return (by === null ? 0 : 1) + where.length > 1 ? 'ONE_CROSSING_OR_ONE_FILTER' : null;
}
