import { isDay } from '../days';
import { isBlankValue, type Kind } from './kind';

/** `"2015-02-03"`: a day that exists. ISO days compare as strings. */
export const date: Kind = {
  isBlank: isBlankValue,
  read: (_compiled, raw) => (isDay(raw) ? raw : undefined),
  check: ({ question: { min, max } }, raw, { report }) => {
    if (typeof raw !== 'string') return report([], 'WRONG_TYPE');
    if (!isDay(raw)) return report([], 'INVALID_DATE');
    if (typeof min === 'string' && raw < min) report([], 'TOO_SMALL', { limit: min });
    if (typeof max === 'string' && raw > max) report([], 'TOO_LARGE', { limit: max });
  },
};
