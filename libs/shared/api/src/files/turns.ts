/** So many at work at once, so many more waiting for their turn; beyond, `null` at once. */
export class Turns {
  private atWork = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.atWork < this.most) this.atWork += 1;
    else if (this.waiting.length >= this.mostWaiting) return null;
    // Whoever ends hands their turn on.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.atWork -= 1;
    }
  }
}
