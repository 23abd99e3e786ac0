import { ReadTogether } from './read-together';

interface Kept<V> {
  readonly value: V;
  readonly until: number;
}

/** More than this is forgotten at once, rather than watched one by one. */
const MAX = 20_000;

/**
 * What many requests ask for by id and seldom changes, remembered in each process for some milliseconds. `load` answers what
 * there is; what there is not is asked for again.
 */
export class KeptFor<V> {
  private readonly kept = new Map<string, Kept<V>>();

  private readonly together: ReadTogether<V>;

  constructor(
    private readonly ms: number,
    load: (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  ) {
    this.together = new ReadTogether(load);
  }

  /** What there is under these ids, in one loading at most. */
  async of(ids: Iterable<string>): Promise<ReadonlyMap<string, V>> {
    const now = Date.now();
    const found = new Map<string, V>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const kept = this.kept.get(id);
      if (kept && kept.until > now) found.set(id, kept.value);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    if (this.kept.size + missing.length > MAX) this.kept.clear();
    const loaded = await this.together.of(missing);
    for (const id of missing) {
      const value = loaded.get(id);
      if (value === undefined) continue;
      found.set(id, value);
      this.kept.set(id, { value, until: now + this.ms });
    }
    return found;
  }
}
