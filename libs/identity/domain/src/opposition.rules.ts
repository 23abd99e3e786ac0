import { cleanText, countCharacters, isBlankText } from '@preau/shared-domain';

export const OPPOSITION_STATES = ['open', 'accepted', 'refused'] as const;
export type OppositionState = (typeof OPPOSITION_STATES)[number];
export type OppositionDecision = Exclude<OppositionState, 'open'>;

/** Of what somebody writes, in characters. */
export const OPPOSITION_TEXT = { min: 10, max: 4000 } as const;

/** How long, in days, an opposition may wait for its answer (GDPR article 12, paragraph 3: one month). */
export const OPPOSITION_ANSWER_DAYS = 30;

type TextFault = 'TEXT_TOO_SHORT' | 'TEXT_TOO_LONG';

export const OPPOSE_REFUSALS = [
  'UNKNOWN_PROCESSING',
  'NOT_OPPOSABLE',
  'TEXT_TOO_SHORT',
  'TEXT_TOO_LONG',
] as const;
export type OpposeRefusal = (typeof OPPOSE_REFUSALS)[number];

export const ANSWER_OPPOSITION_REFUSALS = [
  'ALREADY_ANSWERED',
  'OWN_OPPOSITION',
  'TEXT_TOO_SHORT',
  'TEXT_TOO_LONG',
] as const;
export type AnswerOppositionRefusal = (typeof ANSWER_OPPOSITION_REFUSALS)[number];

export const keptOppositionText = (typed: string): string => cleanText(typed);

/** Why somebody cannot object to a processing in these words, or null. */
export function opposeRefusal(
  processing: { readonly opposition: { readonly possible: boolean } } | undefined,
  reason: string,
): OpposeRefusal | null {
  if (!processing) return 'UNKNOWN_PROCESSING';
  if (!processing.opposition.possible) return 'NOT_OPPOSABLE';
  return textFault(reason);
}

interface AnswerCase {
  readonly state: OppositionState;
  readonly isOwn: boolean;
  readonly answer: string;
}

/** Why an opposition cannot be answered in these words by whoever answers, or null. Nobody decides on their own. */
export function answerOppositionRefusal({
  state,
  isOwn,
  answer,
}: AnswerCase): AnswerOppositionRefusal | null {
  if (isOwn) return 'OWN_OPPOSITION';
  if (state !== 'open') return 'ALREADY_ANSWERED';
  return textFault(answer);
}

function textFault(text: string): TextFault | null {
  const length = countCharacters(text);
  if (length < OPPOSITION_TEXT.min || isBlankText(text)) return 'TEXT_TOO_SHORT';
  return length > OPPOSITION_TEXT.max ? 'TEXT_TOO_LONG' : null;
}
