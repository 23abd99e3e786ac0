import { familyOf, RESPONSES_KEY, type TallyChange } from '../tallies/apply-tally';
import { addPackedTo, CountKeys, type PackedCounts } from '../tallies/packed-counts';
import { publicSums } from '../publication/publish-tallies';
import { CELL_FAMILY } from '../publication/publication.queries';
import type { StoredTallies } from './recount.queries';

/** One figure that is not what it should be. */
export interface Difference {
  readonly table: 'result_slice' | 'response_day' | 'published_slice';
  /** The slice (`` for everybody) or the day. */
  readonly of: string;
  readonly count: string;
  readonly stored: number;
  readonly expected: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** What, added to the stored tallies, makes them right. */
  readonly correction: TallyChange;
}

/** Compares stored tallies with those expected. Tallies only add up, so the difference is the correction. */
export function compareTallies(expected: TallyChange, stored: StoredTallies): Comparison {
  const keys = new CountKeys(stored.keys);
  const places = expected.keys.names.map((name) => keys.placeOf(name));
  const right = new Map<string, PackedCounts>();
  for (const [slice, counts] of expected.slices) {
    const placed: PackedCounts = [];
    addPackedTo(placed, counts, places);
    right.set(slice, placed);
  }
  const { names } = keys;
  const there = new Map(stored.live.map(({ slice, counts }) => [slice, counts]));
  const differences: Difference[] = [];
  const slices = new Map<string, PackedCounts>();
  for (const slice of new Set([...right.keys(), ...there.keys()])) {
    const found = differencesOf('result_slice', slice, names, there.get(slice) ?? [], right.get(slice) ?? []);
    if (found.length === 0) continue;
    differences.push(...found);
    const change = names.map(() => 0);
    for (const one of found) change[keys.placeOf(one.count)] = one.expected - one.stored;
    slices.set(slice, change);
  }
  const days = new Map<string, number>();
  const storedDays = new Map(stored.days.map(({ day, responses }) => [day, responses]));
  for (const day of new Set([...expected.days.keys(), ...storedDays.keys()])) {
    const [was, is] = [storedDays.get(day) ?? 0, expected.days.get(day) ?? 0];
    if (was === is) continue;
    differences.push({ table: 'response_day', of: day, count: 'responses', stored: was, expected: is });
    days.set(day, is - was);
  }
  return { differences, correction: { keys, slices, days } };
}

/** Whether public tallies are what the published base cells add up to, and every size the count of responses. */
export function comparePublished({ keys, live, published }: StoredTallies): Difference[] {
  const cells = published.filter(({ slice }) => familyOf(slice) === CELL_FAMILY);
  const sums = publicSums(cells);
  const others = published.filter(({ slice }) => familyOf(slice) !== CELL_FAMILY);
  const place = keys.indexOf(RESPONSES_KEY);
  const sizes = [
    ...live.map((row) => ({ table: 'result_slice' as const, ...row })),
    ...published.map((row) => ({ table: 'published_slice' as const, ...row })),
  ];
  return [
    ...others.flatMap(({ slice, counts }) =>
      differencesOf('published_slice', slice, keys, counts, sums.get(slice) ?? []),
    ),
    ...sizes
      .filter(({ responses, counts }) => responses !== (counts[place] ?? 0))
      .map(({ table, slice, responses, counts }) => ({
        table,
        of: slice,
        count: 'responses',
        stored: responses,
        expected: counts[place] ?? 0,
      })),
  ];
}

function differencesOf(
  table: Difference['table'],
  slice: string,
  names: readonly string[],
  stored: PackedCounts,
  expected: PackedCounts,
): Difference[] {
  const found: Difference[] = [];
  for (const [place, count] of names.entries()) {
    const [was, is] = [stored[place] ?? 0, expected[place] ?? 0];
    if (was !== is) found.push({ table, of: slice, count, stored: was, expected: is });
  }
  return found;
}
