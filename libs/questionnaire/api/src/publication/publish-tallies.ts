import { PROFILE_DIMENSIONS, planPublication, sliceKey, TOTAL_SLICE } from '@preau/questionnaire-domain';
import type { EntityManager } from 'typeorm';
import { familyOf, profileOfCell, RESPONSES_KEY } from '../tallies/apply-tally';
import { addPackedTo, CountKeys, type PackedCounts } from '../tallies/packed-counts';
import { readKeys, writeSlices, type SliceRow } from '../tallies/tally.queries';
import { copyCells, markPublished, pendingCells, publishedCells } from './publication.queries';

/**
 * Moves the published tallies as far as the rule of the domain lets them: chosen base cells are copied, and what the
 * public may see is added up again from all published cells, so that every table describes the same responses.
 * False when nothing may move. Under the questionnaire's lock.
 */
export async function publishTallies(tx: EntityManager, questionnaireId: string): Promise<boolean> {
  const chosen = planPublication(await pendingCells(tx, questionnaireId));
  if (chosen.length === 0) return false;
  await copyCells(tx, questionnaireId, chosen);
  const keys = new CountKeys(await readKeys(tx, questionnaireId));
  const sums = publicSums(await publishedCells(tx, questionnaireId));
  const place = keys.placeOf(RESPONSES_KEY);
  const rows = [...sums].map(([slice, counts]): SliceRow => ({
    slice,
    family: familyOf(slice),
    responses: counts[place] ?? 0,
    counts,
  }));
  await writeSlices(tx, 'published_slice', questionnaireId, rows);
  await markPublished(tx, questionnaireId);
  return true;
}

/** What base cells add up to in each public slice: everybody, and each value of one dimension. */
export function publicSums(
  cells: readonly { slice: string; counts: PackedCounts }[],
): Map<string, PackedCounts> {
  const sums = new Map<string, PackedCounts>();
  for (const { slice: cell, counts } of cells) {
    const profile = profileOfCell(cell);
    const singles = PROFILE_DIMENSIONS.map((dimension) => sliceKey({ [dimension]: profile[dimension] }));
    for (const slice of [TOTAL_SLICE, ...singles]) {
      let into = sums.get(slice);
      if (into === undefined) sums.set(slice, (into = []));
      addPackedTo(into, counts);
    }
  }
  return sums;
}
