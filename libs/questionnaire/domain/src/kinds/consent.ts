import { isBlankValue, type Kind } from './kind';

/** `true`. A box left or put back unticked says nothing: `false` is accepted and kept as no answer. */
export const consent: Kind = {
  isBlank: isBlankValue,
  read: (_compiled, raw) => (raw === true ? true : undefined),
  check: ({ question }, raw, { report }) => {
    if (typeof raw !== 'boolean') report([], 'WRONG_TYPE');
    else if (!raw && question.required) report([], 'NOT_ACCEPTED');
  },
};
