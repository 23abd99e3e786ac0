import { numericBound } from './counts';
import { isBlankValue, type Kind } from './kind';

/** Beyond this, numbers written in JSON no longer come back as they were. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** `4`: a scale's step, or a number, whole unless the question allows decimals. */
export const number: Kind = {
  isBlank: isBlankValue,
  // Adding zero turns the -0 of a spin button into 0.
  read: (_compiled, raw) => (typeof raw === 'number' && Number.isFinite(raw) ? raw + 0 : undefined),
  check: ({ question }, raw, { report }) => {
    if (typeof raw !== 'number' || !Number.isFinite(raw)) return report([], 'WRONG_TYPE');
    const min = numericBound(question.min) ?? -LARGEST;
    const max = numericBound(question.max) ?? LARGEST;
    const decimals = question.decimals ?? 0;
    if (raw < min) report([], 'TOO_SMALL', { limit: min });
    else if (raw > max) report([], 'TOO_LARGE', { limit: max });
    else if (Number(raw.toFixed(decimals)) !== raw) report([], 'NOT_WHOLE', { limit: decimals });
  },
};
