import { cleanText, countCharacters, isBlankText } from '@preau/shared-domain';
import { BODY_LENGTH, PROPOSITION_LENGTH, TITLE_LENGTH } from './post';

export const TEXT_FAULTS = ['EMPTY', 'TOO_SHORT', 'TOO_LONG', 'UNREADABLE'] as const;
export type TextFault = (typeof TEXT_FAULTS)[number];

interface Length {
  readonly min: number;
  readonly max: number;
}

/** Marks stacked on one letter (« zalgo ») overlap the lines around it. No script in use stacks more than three. */
const STACKED_MARKS = /\p{M}{4}/u;
/** What shows nothing and yet is no space makes one title pass for another. Joiners and emoji's selectors stay. */
const UNSEEN = /(?!\u200c|\u200d|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/** A message as it is kept: clean, without what shows nothing. */
export const keptBody = (typed: string): string => cleanText(cleanText(typed).replace(UNSEEN, ''));

/** A title as it is kept: one line, spaces single. */
export const keptTitle = (typed: string): string => keptBody(typed).replace(/\s+/gu, ' ');

/** Why a message (already as kept) cannot be one, or null. */
export const bodyFault = (body: string, isProposition = false): TextFault | null =>
  fault(body, isProposition ? PROPOSITION_LENGTH : BODY_LENGTH);

/** Why a title (already as kept) cannot be one, or null. */
export const titleFault = (title: string): TextFault | null => fault(title, TITLE_LENGTH);

/** Why a text (already as kept) is not of that length, or cannot be read; or null. */
export function fault(text: string, { min, max }: Length): TextFault | null {
  if (isBlankText(text)) return 'EMPTY';
  if (STACKED_MARKS.test(text)) return 'UNREADABLE';
  const length = countCharacters(text);
  if (length < min) return 'TOO_SHORT';
  return length > max ? 'TOO_LONG' : null;
}
