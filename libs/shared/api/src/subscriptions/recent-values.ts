/**
 * Values one after the other for somebody who reads at their own pace: of what they were too slow for, the latest few stay.
 * Ending it, from either side, calls `onEnd` once.
 */
export class RecentValues<T> implements AsyncIterableIterator<T> {
  private readonly values: T[] = [];
  private waiting: ((result: IteratorResult<T, undefined>) => void) | null = null;
  private ended = false;

  constructor(
    private readonly keep: number,
    private readonly onEnd: () => void = () => undefined,
  ) {}

  push(value: T): void {
    if (this.ended) return;
    if (this.waiting) {
      const resolve = this.waiting;
      this.waiting = null;
      resolve({ done: false, value });
      return;
    }
    this.values.push(value);
    if (this.values.length > this.keep) this.values.shift();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    const value = this.values.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    if (!this.ended) {
      this.ended = true;
      this.waiting?.({ done: true, value: undefined });
      this.onEnd();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
