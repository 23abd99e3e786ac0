/** More in one statement gains nothing, and makes the first wait for the last. */
const BATCH_MAX = 64;
/** Enough that the API has work to judge while others wait for the disk; more would make batches of one. */
const IN_FLIGHT_MAX = 4;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** How items that arrive together are written. */
export interface Together<Item, Result> {
  /** Writes a batch and commits it; answers in the order of its items. */
  readonly write: (batch: readonly Item[]) => Promise<readonly Result[]>;
  /** What no two items at work at the same time may share: who shares one goes later, and finds what the first one left. */
  readonly keysOf: (item: Item) => readonly string[];
}

/**
 * Writes items that arrive at the same time in one transaction, so one commit. Nobody waits for company: with nothing at
 * work an item leaves at once. Nobody hears of an item before it is committed.
 */
export class WriteTogether<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private readonly atWork = new Set<string>();
  private inFlight = 0;
  private isScheduled = false;

  constructor(private readonly together: Together<Item, Result>) {}

  write(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.isScheduled) return;
      this.isScheduled = true;
      setImmediate(() => {
        this.isScheduled = false;
        this.sendWaiting();
      });
    });
  }

  private sendWaiting() {
    while (this.inFlight < IN_FLIGHT_MAX) {
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      this.inFlight += 1;
      void this.writeBatch(batch).finally(() => {
        this.inFlight -= 1;
        for (const { item } of batch) for (const key of this.together.keysOf(item)) this.atWork.delete(key);
        this.sendWaiting();
      });
    }
  }

  private takeBatch(): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    for (const one of this.waiting) {
      const keys = this.together.keysOf(one.item);
      if (batch.length === BATCH_MAX || keys.some((key) => this.atWork.has(key))) left.push(one);
      else {
        keys.forEach((key) => this.atWork.add(key));
        batch.push(one);
      }
    }
    this.waiting = left;
    return batch;
  }

  private async writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.together.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, at) => {
        resolve(results[at] as Result);
      });
    } catch (error) {
      if (batch.length > 1 && isAboutOneRow(error)) {
        for (const one of batch) await this.writeBatch([one]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}

/** Data the database refuses (class 22), broken rules (23), deadlocks (40): nothing the other items have part in. */
function isAboutOneRow(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|23|40)...$/.test(code);
}
