/** Word processors end lines in many ways; a stored text knows one. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * Nobody sees these, but they disturb others: control characters break exports, bidi overrides reverse what is read
 * after them, zero-width spaces defeat search. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji need them.
 */
const REMOVED = /(?![\t\n])[\p{Cc}\u200b\ufeff\u202a-\u202e\u2066-\u2069]/gu;

const UNTOUCHED = /^[\t\n\x20-\x7e\u00a0-\u02ff\u2010-\u2027]*$/;
const BLANK = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;
const SURROGATE_PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;
const UNSTORABLE = /\p{Surrogate}/u;

/** The form in which a text is measured, matched and kept: line ends as \n, unseen characters out, NFC, trimmed. */
export function cleanText(text: string): string {
  // Composed Latin text, nearly all there is, needs nothing but the trim.
  if (UNTOUCHED.test(text)) return text.trim();
  return withoutUnseen(text.replace(LINE_ENDS, '\n')).normalize('NFC').trim();
}

/** A text without the characters that nobody sees and that disturb others; its spaces stay. */
export const withoutUnseen = (text: string): string => text.replace(REMOVED, '');

/** No writing needs more marks than this on one letter; beyond, they run over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** « Zalgo » brought back to four marks a letter. */
export const withoutStackedMarks = (text: string): string => text.replace(STACKED_MARKS, '$1');

/** Whether nothing can be seen of a text: white space, controls, joiners on their own. NUL is a fault, not a blank. */
export function isBlankText(text: string): boolean {
  return BLANK.test(text) && !text.includes('\0');
}

/** Whether PostgreSQL can keep the text: no NUL and no lone surrogate (each is an error in `text` and in `jsonb`). */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !UNSTORABLE.test(text);
}

/** The length of a text as people count it on screen: code points, so that an emoji weighs one and not two. */
export function countCharacters(text: string): number {
  return text.length - (text.match(SURROGATE_PAIRS)?.length ?? 0);
}

const HALF_AT_END = /[\ud800-\udbff]$/;

/** The beginning of a text: at most so many UTF-16 units, no character of it cut in two (half an emoji can neither be sent nor kept). */
export const cutText = (text: string, units: number): string => text.slice(0, units).replace(HALF_AT_END, '');
