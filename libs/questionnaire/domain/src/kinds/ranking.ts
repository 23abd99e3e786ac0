import { checkCount, numericBound } from './counts';
import { isBlankList, type Kind } from './kind';

/** `["b", "a", "c"]`, best first. Required, it ranks every option unless `min` or `max` say otherwise. */
export const ranking: Kind = {
  isBlank: isBlankList,
  read: ({ choices }, raw) => {
    if (!Array.isArray(raw)) return undefined;
    const ranked = new Set(
      raw.filter((code): code is string => typeof code === 'string' && choices.has(code)),
    );
    return ranked.size > 0 ? [...ranked] : undefined;
  },
  check: ({ question, choices }, raw, context) => {
    if (!Array.isArray(raw)) return context.report([], 'WRONG_TYPE');
    const ranked = new Set<string>();
    raw.forEach((code: unknown, position) => {
      if (typeof code !== 'string') context.report([position], 'WRONG_TYPE');
      else if (!choices.has(code)) context.report([position], 'UNKNOWN_OPTION');
      else if (ranked.has(code)) context.report([position], 'DUPLICATE_OPTION');
      else ranked.add(code);
    });
    const [min, max] = [numericBound(question.min), numericBound(question.max)];
    const missing = choices.size - ranked.size;
    if (min !== undefined || max !== undefined) checkCount(ranked.size, min, max, context);
    else if (question.required && missing > 0) context.report([], 'INCOMPLETE_RANKING', { actual: missing });
  },
};
