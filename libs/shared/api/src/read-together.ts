/**
 * Reads what is asked for by id at the same time in one question: requests that are answered together, such as those whose
 * messages were written together, would each ask for their own. `load` answers what there is.
 */
export class ReadTogether<V> {
  private next: { readonly ids: Set<string>; readonly answer: Promise<ReadonlyMap<string, V>> } | null = null;

  constructor(private readonly load: (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>) {}

  /** What there is under these ids, and under others that were asked for meanwhile. */
  of(ids: Iterable<string>): Promise<ReadonlyMap<string, V>> {
    this.next ??= this.gather();
    for (const id of ids) this.next.ids.add(id);
    return this.next.answer;
  }

  private gather() {
    const ids = new Set<string>();
    const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.next = null;
      return this.load([...ids]);
    });
    return { ids, answer };
  }
}
