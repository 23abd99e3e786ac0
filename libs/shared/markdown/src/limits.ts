/** Longer than any message: such a text is shown as it was typed, paragraph by paragraph. */
export const MAX_LENGTH = 50_000;
/** Quotes, lists and items within one another, and emphasis within emphasis; deeper, only the words are kept. */
export const MAX_DEPTH = 16;
/** How many characters of addresses references (`[a]: …`, written once, used often) may add to a text. */
export const MAX_REFERRED = 20_000;

interface Limit {
  /** Every use of the construct; several matches for one use only make the limit stricter. */
  readonly uses: RegExp;
  readonly most: number;
  /** What micromark calls the constructs that are then read as plain text. */
  readonly constructs: readonly string[];
}

const LISTS_AND_QUOTES = ['list', 'blockQuote'];

/**
 * micromark takes a time that grows with the square of these (20,000 characters: up to twenty seconds). No message comes near
 * the limits; in a text that passes one, the signs of that construct are shown as they were typed.
 */
const LIMITS: readonly Limit[] = [
  { uses: /\*+|_+/g, most: 800, constructs: ['attention'] },
  { uses: /\[/g, most: 300, constructs: ['labelStartLink', 'labelStartImage', 'labelEnd', 'definition'] },
  { uses: /`+/g, most: 300, constructs: ['codeText'] },
  { uses: /\S[ \t]*\n[ \t>]*(?:=+|-+)[ \t]*$/gm, most: 200, constructs: ['setextUnderline'] },
  { uses: /^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/gm, most: 1_000, constructs: LISTS_AND_QUOTES },
];

const MARKED_LINE = /^((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+).*$/gm;
const MARKER = />|[-+*]|\d+[.)]/g;
const THEMATIC_BREAK = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/** Whether one line opens more quotes and lists within one another than anything is nested. */
function isTooDeep(text: string): boolean {
  return Array.from(text.matchAll(MARKED_LINE)).some(
    ([line, markers = '']) => (markers.match(MARKER)?.length ?? 0) > MAX_DEPTH && !THEMATIC_BREAK.test(line),
  );
}

/** What must be read as plain text in this one, for it to be read in a bounded time. */
export function constructsRefused(text: string): readonly string[] {
  const refused = LIMITS.filter(({ uses, most }) => (text.match(uses)?.length ?? 0) > most).flatMap(
    ({ constructs }) => constructs,
  );
  return isTooDeep(text) ? [...refused, ...LISTS_AND_QUOTES] : refused;
}
