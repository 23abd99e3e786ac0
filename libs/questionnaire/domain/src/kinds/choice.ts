import { type CompiledQuestion } from '../compile';
import { type ChoiceAnswer } from '../definition';
import { hasOnlyKeys, isRecord, own } from '../json';
import { cleanText, countCharacters, isStorableText } from '@preau/shared-domain';
import { type CheckContext, isBlankValue } from './kind';

/** Characters of an "Autre : précisez". */
export const MAX_OTHER_TEXT = 200;

const OTHER_KEYS = ['option', 'text'];

/** One choice as it is kept: its code, or "other" with its clean text; undefined when it is not offered. */
export function readChoice({ question, choices }: CompiledQuestion, raw: unknown): ChoiceAnswer | undefined {
  const isOther = question.other && (raw === 'other' || (isRecord(raw) && own(raw, 'option') === 'other'));
  if (!isOther) return typeof raw === 'string' && choices.has(raw) ? raw : undefined;
  const text = isRecord(raw) ? own(raw, 'text') : '';
  return { option: 'other', text: typeof text === 'string' && isStorableText(text) ? cleanText(text) : '' };
}

export function codeOf(choice: ChoiceAnswer): string {
  return typeof choice === 'string' ? choice : choice.option;
}

/** Reports the faults of one choice and returns its code when the choice is offered. */
export function checkChoice(
  { question, choices }: CompiledQuestion,
  raw: unknown,
  path: readonly (string | number)[],
  { report }: CheckContext,
): string | undefined {
  const code = isRecord(raw) && hasOnlyKeys(raw, OTHER_KEYS) ? own(raw, 'option') : raw;
  if (typeof code !== 'string' || (isRecord(raw) && code !== 'other')) {
    report(path, 'WRONG_TYPE');
    return undefined;
  }
  if (!choices.has(code) || (isRecord(raw) && !question.other)) {
    report(path, 'UNKNOWN_OPTION');
    return undefined;
  }
  if (code === 'other' && question.other) {
    checkOtherText(isRecord(raw) ? own(raw, 'text') : undefined, [...path, 'text'], report);
  }
  return code;
}

function checkOtherText(
  text: unknown,
  path: readonly (string | number)[],
  report: CheckContext['report'],
): void {
  if (isBlankValue(text)) return report(path, 'OTHER_TEXT_REQUIRED');
  if (typeof text !== 'string') return report(path, 'WRONG_TYPE');
  if (!isStorableText(text)) return report(path, 'INVALID_TEXT');
  const length = countCharacters(cleanText(text));
  if (length > MAX_OTHER_TEXT) report(path, 'TOO_LONG', { limit: MAX_OTHER_TEXT, actual: length });
}
