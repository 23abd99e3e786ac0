import {
  eachCount,
  profileOf,
  sliceKey,
  type CleanResponse,
  type Definition,
} from '@preau/questionnaire-domain';
import { addAt, CountKeys, type PackedCounts } from './packed-counts';

/** Responses counted in memory: what they add to the tallies of their questionnaire, by base cell and by day. */
export class Tally {
  readonly keys = new CountKeys();
  readonly cells = new Map<string, PackedCounts>();
  readonly days = new Map<string, number>();

  /** Counts a response (`times` −1: takes it away) in its base cell, whose key is returned. */
  add(definition: Definition, clean: CleanResponse, times: 1 | -1 = 1): string {
    const cell = sliceKey(profileOf(definition, clean.answers));
    const counts = this.cells.get(cell) ?? [];
    this.cells.set(cell, counts);
    eachCount(definition, clean, (key, amount) => {
      addAt(counts, this.keys.placeOf(key), amount * times);
    });
    return cell;
  }

  addDay(day: string): void {
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
  }
}
