import { PROFILE_DIMENSIONS, type ProfileDimension } from './definition';
import { type Profile } from './profile';

/** Some values of some dimensions: `{ role: 'teacher' }`. Nothing at all is everybody. */
export type Slice = Readonly<Partial<Record<ProfileDimension, string>>>;

export interface SliceFilter {
  readonly dimension: ProfileDimension;
  readonly value: string;
}

/** The slice of everybody. */
export const TOTAL_SLICE = '';

/** The canonical text of a slice, dimensions in their fixed order: `role=teacher;academie=07`; '' for everybody. */
export function sliceKey(slice: Slice): string {
  const parts: string[] = [];
  for (const dimension of PROFILE_DIMENSIONS) {
    const value = slice[dimension];
    if (value !== undefined) parts.push(`${dimension}=${encodeURIComponent(value)}`);
  }
  return parts.join(';');
}

/** The slice a key written by `sliceKey` stands for; null when the text is not such a key. */
export function parseSliceKey(key: string): Slice | null {
  const slice: Partial<Record<ProfileDimension, string>> = {};
  for (const part of key === TOTAL_SLICE ? [] : key.split(';')) {
    const [name, value] = part.split('=');
    const dimension = PROFILE_DIMENSIONS.find((candidate) => candidate === name);
    if (dimension === undefined || value === undefined) return null;
    try {
      slice[dimension] = decodeURIComponent(value);
    } catch {
      return null; // A stray percent sign: not a key of ours.
    }
  }
  return sliceKey(slice) === key ? slice : null;
}

const SUBSETS: readonly (readonly ProfileDimension[])[] = PROFILE_DIMENSIONS.reduce<ProfileDimension[][]>(
  (subsets, dimension) => [...subsets, ...subsets.map((subset) => [...subset, dimension])],
  [[]],
);

/**
 * The eight slices a response is counted in, one for each set of dimensions: the first is everybody, the last the base
 * cell (all three dimensions), to which each response belongs alone.
 */
export function slicesOf(profile: Profile): string[] {
  return SUBSETS.map((subset) =>
    sliceKey(Object.fromEntries(subset.map((dimension) => [dimension, profile[dimension]]))),
  );
}

/** The slices that answer one query: `whole` for its filters alone, `keyOf` for each value of the crossing dimension. */
export interface SliceFamily {
  readonly whole: string;
  /** The slice of one value of the crossing dimension; null when a filter on that dimension excludes the value. */
  readonly keyOf: (value: string) => string | null;
  /** The value of the crossing dimension a slice stands for; null when it is not of this family. */
  readonly valueOf: (key: string) => string | null;
}

/**
 * The family of slices that answers results crossed `by` one dimension (null: not crossed) under filters.
 * Null when two filters ask for different values of one dimension: no response could pass both.
 */
export function slicesFor(by: ProfileDimension | null, where: readonly SliceFilter[]): SliceFamily | null {
  const filters: Partial<Record<ProfileDimension, string>> = {};
  for (const { dimension, value } of where) {
    if (filters[dimension] !== undefined && filters[dimension] !== value) return null;
    filters[dimension] = value;
  }
  const keyOf = (value: string) => {
    if (by === null || (filters[by] !== undefined && filters[by] !== value)) return null;
    return sliceKey({ ...filters, [by]: value });
  };
  return {
    whole: sliceKey(filters),
    keyOf,
    valueOf: (key) => {
      const value = by === null ? undefined : parseSliceKey(key)?.[by];
      return value !== undefined && keyOf(value) === key ? value : null;
    },
  };
}
