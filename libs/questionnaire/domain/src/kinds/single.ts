import { checkChoice, readChoice } from './choice';
import { isBlankValue, type Kind } from './kind';

/** `"teacher"`, or `{ "option": "other", "text": "…" }`. */
export const single: Kind = {
  isBlank: isBlankValue,
  read: readChoice,
  check: (compiled, raw, context) => {
    checkChoice(compiled, raw, [], context);
  },
};
