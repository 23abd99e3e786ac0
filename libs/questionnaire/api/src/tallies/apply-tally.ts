import { parseSliceKey, PROFILE_DIMENSIONS, slicesOf, type Profile } from '@preau/questionnaire-domain';
import type { EntityManager } from 'typeorm';
import { addPackedTo, CountKeys, type PackedCounts } from './packed-counts';
import type { Tally } from './tally';
import { addDays, readKeys, readSlices, writeKeys, writeSlices, type SliceRow } from './tally.queries';

/** The count of responses among the counts of a tally. */
export const RESPONSES_KEY = 'n';

/** The dimensions a slice fixes, in their order: `role,academie`. */
export function familyOf(slice: string): string {
  const fixed = parseSliceKey(slice);
  return PROFILE_DIMENSIONS.filter((dimension) => fixed?.[dimension] !== undefined).join();
}

/** A base cell fixes every dimension: it is one person's profile. */
export function profileOfCell(cell: string): Profile {
  return parseSliceKey(cell) as Profile;
}

/** What is to be added to stored tallies, slice by slice; the names of its counts are its own. */
export interface TallyChange {
  readonly keys: CountKeys;
  readonly slices: ReadonlyMap<string, PackedCounts>;
  readonly days: ReadonlyMap<string, number>;
}

/** The change a tally makes: each base cell adds to the eight slices it is part of. */
export function changeOf({ keys, cells, days }: Tally): TallyChange {
  const slices = new Map<string, PackedCounts>();
  for (const [cell, counts] of cells) {
    for (const slice of slicesOf(profileOfCell(cell))) {
      let into = slices.get(slice);
      if (into === undefined) slices.set(slice, (into = []));
      addPackedTo(into, counts);
    }
  }
  return { keys, slices, days };
}

/** Adds a change to the stored tallies. Under the questionnaire's lock. */
export async function applyChange(
  tx: EntityManager,
  questionnaireId: string,
  { keys: ownKeys, slices, days }: TallyChange,
): Promise<void> {
  const names = await readKeys(tx, questionnaireId);
  const keys = new CountKeys(names);
  const responses = keys.placeOf(RESPONSES_KEY);
  const places = ownKeys.names.map((name) => keys.placeOf(name));
  const stored = await readSlices(tx, questionnaireId, [...slices.keys()]);
  const sums = new Map(stored.map(({ slice, counts }) => [slice, counts]));
  const rows = [...slices].map(([slice, change]): SliceRow => {
    const counts = sums.get(slice) ?? [];
    addPackedTo(counts, change, places);
    return { slice, family: familyOf(slice), responses: counts[responses] ?? 0, counts };
  });
  if (keys.size > names.length) await writeKeys(tx, questionnaireId, keys.names);
  await writeSlices(tx, 'result_slice', questionnaireId, rows);
  await addDays(tx, questionnaireId, days);
}
