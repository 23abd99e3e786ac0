const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/** Ever longer waits between tries, unequal from one browser to the next: a class back online does not knock all at once. */
export class Backoff {
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly random: () => number = Math.random) {}

  /** Calls once after the next wait; a wait under way is replaced. */
  later(run: () => void): void {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.tries);
    this.tries += 1;
    this.cancel();
    this.timer = setTimeout(run, longest * (0.5 + this.random() / 2));
  }

  cancel(): void {
    clearTimeout(this.timer);
  }

  reset(): void {
    this.cancel();
    this.tries = 0;
  }
}
