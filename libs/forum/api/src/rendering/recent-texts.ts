/** Texts that were worked out, the most recently asked for, as long as they weigh no more altogether than they may. */
export class RecentTexts {
  private readonly texts = new Map<string, string>();
  private weight = 0;

  /** `max` in characters, keys included. */
  constructor(private readonly max: number) {}

  /** The text of a key, worked out unless it is remembered. */
  of(key: string, make: () => string): string {
    const known = this.texts.get(key);
    if (known !== undefined) {
      // What was asked for last is forgotten last.
      this.texts.delete(key);
      this.texts.set(key, known);
      return known;
    }
    const text = make();
    this.texts.set(key, text);
    this.weight += key.length + text.length;
    for (const [oldest, kept] of this.texts) {
      if (this.weight <= this.max) break;
      this.texts.delete(oldest);
      this.weight -= oldest.length + kept.length;
    }
    return text;
  }

  get size(): number {
    return this.texts.size;
  }
}
