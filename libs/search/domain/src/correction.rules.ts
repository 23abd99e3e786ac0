import type { ParsedQuery } from './query.rules';
import { isEmptyWord, wordsOf, type Word } from './words';

/** With fewer results, another spelling is looked for. */
export const FEW_RESULTS = 5;
/** A word that as many documents have is no slip. */
const COMMON = 5;
/** A word is a slip for another only when that one is this many times more frequent. */
const MORE_FREQUENT = 10;

/** A word of the vocabulary. */
export interface KnownWord {
  /** As it is mostly written. */
  readonly word: string;
  readonly folded: string;
  readonly documents: number;
}

/** The words of a query that may be misspelt: long enough, and not asked for to the letter. */
export function doubtfulWords({ parts }: ParsedQuery): Word[] {
  return parts
    .filter(({ isExact, isExcluded }) => !isExact && !isExcluded)
    .flatMap(({ words }) => words)
    .filter(({ folded }) => folded.length >= 4 && !isEmptyWord(folded) && !/\p{N}/u.test(folded));
}

/**
 * What somebody meant by a word, among words that look like it; null when it is as good as they are. People seldom mistake the first
 * letter: « education » is no slip for « réduction ».
 */
export function correctionOf(asked: string, similar: readonly KnownWord[]): KnownWord | null {
  const own = similar.find(({ folded }) => folded === asked)?.documents ?? 0;
  if (own >= COMMON) return null;
  const reach = asked.length < 6 ? 1 : 2;
  const near = similar
    .filter(({ folded, documents }) => folded !== asked && documents >= Math.max(1, own * MORE_FREQUENT))
    .map((known) => ({ known, distance: distance(asked, known.folded) }))
    .filter((one) => one.distance <= (one.known.folded[0] === asked[0] ? reach : 1))
    .sort((a, b) => a.distance - b.distance || b.known.documents - a.known.documents);
  return near[0]?.known ?? null;
}

/** The query with some of its words replaced, everything else as it was typed; null when none is. */
export function corrected(
  { text }: ParsedQuery,
  doubtful: readonly Word[],
  corrections: ReadonlyMap<string, string>,
): string | null {
  let result = text;
  for (const { folded, start, end } of doubtful.toSorted((a, b) => b.start - a.start)) {
    const word = corrections.get(folded);
    if (word) result = result.slice(0, start) + word + result.slice(end);
  }
  return result === text ? null : result;
}

/** How many letters to add, take away, change or swap with their neighbour (optimal string alignment). */
export function distance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (const [i, letter] of a.entries()) {
    const above = rows[i] ?? [];
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const same = letter === other ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (above[j + 1] ?? 0) + 1, (above[j] ?? 0) + same);
      const isSwap = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      if (isSwap) best = Math.min(best, (rows[i - 1]?.[j - 1] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** The words of a document that belong in the vocabulary, each once: folded, and as written. */
export function vocabularyOf(text: string): Map<string, string> {
  const words = wordsOf(text).filter(
    ({ folded }) =>
      folded.length >= 4 && folded.length <= 30 && /^[a-z]+$/.test(folded) && !isEmptyWord(folded),
  );
  return new Map(words.map(({ folded, start, end }) => [folded, text.slice(start, end).toLowerCase()]));
}
