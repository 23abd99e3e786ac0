import { type CompiledQuestion } from '../compile';
import { type Question } from '../definition';
import { labelText } from '../label';
import { cleanText, countCharacters, isStorableText } from '@preau/shared-domain';
import { numericBound } from './counts';
import { type CheckContext, isBlankValue, type Kind } from './kind';

/** Characters accepted where the author sets no `max`. */
export const DEFAULT_MAX_TEXT = 500;
export const DEFAULT_MAX_LONG_TEXT = 5000;

/** The number of characters a text or longText question accepts, for its counter and its check alike. */
export function maxCharacters(question: Question): number {
  return (
    numericBound(question.max) ?? (question.type === 'longText' ? DEFAULT_MAX_LONG_TEXT : DEFAULT_MAX_TEXT)
  );
}

/** `"…"`, measured and matched in its clean form, the one that is kept. */
export const text: Kind = {
  isBlank: isBlankValue,
  read: (_compiled, raw) =>
    typeof raw === 'string' && !isBlankValue(raw) && isStorableText(raw) ? cleanText(raw) : undefined,
  check: (compiled, raw, context) => {
    if (typeof raw !== 'string') return context.report([], 'WRONG_TYPE');
    if (!isStorableText(raw)) return context.report([], 'INVALID_TEXT');
    checkClean(compiled, cleanText(raw), context);
  },
};

function checkClean({ question }: CompiledQuestion, clean: string, { report, matches }: CheckContext): void {
  const length = countCharacters(clean);
  const min = numericBound(question.min) ?? 0;
  const max = maxCharacters(question);
  const { validate } = question;
  if (length < min) report([], 'TOO_SHORT', { limit: min, actual: length });
  else if (length > max) report([], 'TOO_LONG', { limit: max, actual: length });
  else if (validate && !matches(validate.pattern, clean)) {
    report([], 'PATTERN', { name: labelText(validate.message) });
  }
}
