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

/** Adds a tally to the stored ones: each base cell to the eight slices it is part of. Under the questionnaire's lock. */
export async function applyTally(tx: EntityManager, questionnaireId: string, tally: Tally): Promise<void> {
  const names = await readKeys(tx, questionnaireId);
  const keys = new CountKeys(names);
  const places = [RESPONSES_KEY, ...tally.keys.names].map((name) => keys.placeOf(name)).slice(1);
  const slices = changedSlices(tally, places);
  for (const { slice, counts } of await readSlices(tx, questionnaireId, [...slices.keys()])) {
    addPackedTo(slices.get(slice) ?? [], counts);
  }
  const place = keys.placeOf(RESPONSES_KEY);
  const rows = [...slices].map(([slice, counts]): SliceRow => ({
    slice,
    family: familyOf(slice),
    responses: counts[place] ?? 0,
    counts,
  }));
  if (keys.size > names.length) await writeKeys(tx, questionnaireId, keys.names);
  await writeSlices(tx, 'result_slice', questionnaireId, rows);
  await addDays(tx, questionnaireId, tally.days);
}

function changedSlices(tally: Tally, places: readonly number[]): Map<string, PackedCounts> {
  const slices = new Map<string, PackedCounts>();
  for (const [cell, counts] of tally.cells) {
    for (const slice of slicesOf(profileOfCell(cell))) {
      let into = slices.get(slice);
      if (into === undefined) slices.set(slice, (into = []));
      addPackedTo(into, counts, places);
    }
  }
  return slices;
}
