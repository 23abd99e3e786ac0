import { labelText, type QuestionResult as CountedQuestion } from '@preau/questionnaire-domain';
import type { OptionResult, QuestionResult } from './results.types';

type CountedOption = CountedQuestion['options'][number];

const shownOption = ({ code, label, count, share, meanRank, ranks }: CountedOption): OptionResult => ({
  code,
  label: labelText(label),
  count,
  share,
  mean: meanRank ?? null,
  ranks: ranks === undefined ? null : [...ranks],
});

/** A question's results as the API gives them: in French, and every list there. */
export function shownQuestion({
  label,
  options,
  rows = [],
  mean,
  ...question
}: CountedQuestion): QuestionResult {
  return {
    ...question,
    label: labelText(label),
    mean: mean ?? null,
    options: options.map(shownOption),
    rows: rows.map((row) => ({
      code: row.code,
      label: labelText(row.label),
      options: row.options.map(shownOption),
    })),
  };
}

/** The same question with every figure withheld: nothing is public yet. */
export function withheldQuestion(question: QuestionResult): QuestionResult {
  const withheld = (option: OptionResult): OptionResult => ({
    ...option,
    count: null,
    share: null,
    mean: null,
    ranks: option.ranks && option.ranks.map(() => null),
  });
  return {
    ...question,
    answered: null,
    shown: null,
    mean: null,
    options: question.options.map(withheld),
    rows: question.rows.map((row) => ({ ...row, options: row.options.map(withheld) })),
    suppressed: true,
  };
}
