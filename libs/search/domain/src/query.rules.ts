import { cleanText, countCharacters } from '@preau/shared-domain';
import { isEmptyWord, wordsOf, type Word } from './words';

/** Of what is looked for, in characters. */
export const QUERY_LENGTH = { min: 2, max: 200 } as const;
/** Beyond, what is looked for is a text rather than words: the first ones count. */
export const QUERY_WORDS = 20;

export const SEARCH_REFUSALS = ['QUERY_TOO_SHORT', 'QUERY_TOO_LONG', 'NOTHING_TO_FIND'] as const;
export type SearchRefusal = (typeof SEARCH_REFUSALS)[number];

/** A part of what is looked for: words in any order, or in this order when `isExact`. */
export interface QueryPart {
  readonly words: readonly Word[];
  readonly isExact: boolean;
  readonly isExcluded: boolean;
}

export interface ParsedQuery {
  /** As it was understood: cleaned, with its signs. */
  readonly text: string;
  readonly parts: readonly QueryPart[];
}

/** « “exact words” », « -excluded », « word ». A dash inside a word excludes nothing. */
const PART = /(?<![^\s"«“])(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)|(?:(?<=^|\s)(-))?([^\s"«»“”]+)/gu;

/** What is looked for, in parts; or why it cannot be. Every text is one or the other. */
export function parseQuery(typed: string): ParsedQuery | SearchRefusal {
  const text = cleanText(typed).replace(/\s+/g, ' ');
  if (countCharacters(text) > QUERY_LENGTH.max) return 'QUERY_TOO_LONG';
  if (countCharacters(text) < QUERY_LENGTH.min) return 'QUERY_TOO_SHORT';
  const parts = limited([...partsOf(text)]);
  const finds = ({ words, isExcluded }: QueryPart) =>
    !isExcluded && words.some(({ folded }) => !isEmptyWord(folded));
  return parts.some(finds) ? { text, parts } : 'NOTHING_TO_FIND';
}

function* partsOf(text: string): Generator<QueryPart> {
  let loose: Word[] = [];
  for (const found of text.matchAll(PART)) {
    const [whole, quotedDash, double, guillemets, curly, dash, bare] = found;
    const exact = double ?? guillemets ?? curly;
    const words = wordsAt(text, found.index, found.index + whole.length);
    const isExcluded = Boolean(quotedDash ?? dash);
    if (words.length === 0) continue;
    if (exact === undefined && bare !== undefined && !isExcluded) {
      loose.push(...words);
      continue;
    }
    if (loose.length > 0) yield { words: loose, isExact: false, isExcluded: false };
    loose = [];
    // What is left out is left out as it was written: « -porte-clés » leaves out porte-clés, not every key.
    yield { words, isExact: true, isExcluded };
  }
  if (loose.length > 0) yield { words: loose, isExact: false, isExcluded: false };
}

const wordsAt = (text: string, from: number, to: number): Word[] =>
  wordsOf(text.slice(from, to)).map((word) => ({ ...word, start: word.start + from, end: word.end + from }));

function limited(parts: readonly QueryPart[]): QueryPart[] {
  let left = QUERY_WORDS;
  return parts.flatMap((part) => {
    const words = part.words.slice(0, left);
    left -= words.length;
    return words.length > 0 ? [{ ...part, words }] : [];
  });
}

/** The words that must be found, each once. */
export function soughtWords({ parts }: ParsedQuery): Word[] {
  const sought = parts.filter(({ isExcluded }) => !isExcluded).flatMap(({ words }) => words);
  const seen = new Set<string>();
  return sought.filter(({ folded }) => !isEmptyWord(folded) && !seen.has(folded) && seen.add(folded));
}
