/**
 * The latest value of something, as it changes, for somebody who reads at their own pace: what they were too slow for is
 * skipped, so nothing piles up. Ending it, from either side, calls `onEnd` once.
 */
export class LatestValue<T> implements AsyncIterableIterator<T> {
  private value: { readonly latest: T } | null = null;
  private waiting: ((result: IteratorResult<T, undefined>) => void) | null = null;
  private ended = false;

  constructor(private readonly onEnd: () => void = () => undefined) {}

  push(latest: T): void {
    if (this.ended) return;
    if (this.waiting) {
      this.waiting({ done: false, value: latest });
      this.waiting = null;
    } else this.value = { latest };
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    if (this.value) {
      const { latest } = this.value;
      this.value = null;
      return Promise.resolve({ done: false, value: latest });
    }
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
