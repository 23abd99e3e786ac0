import type { Label, Option, QuestionType } from './definition';
import { answeredKey, rankedKey, ranksOf, shownKey, sumOf } from './results-cells';
import type { FormQuestion, ResultForm } from './results-form';
import type { Counts } from './tally';

export interface OptionResult {
  readonly code: string;
  readonly label: Label;
  /** People who chose it (ranking: who ranked it); null when suppressed. */
  readonly count: number | null;
  /** `count` over those who saw the question, between 0 and 1; null when either is suppressed or nobody saw it. */
  readonly share: number | null;
  /** Ranking: mean of the ranks given, 1 being best; null when a rank is suppressed or nobody ranked it. */
  readonly meanRank?: number | null;
  /** Ranking: how many gave it the first rank, the second … */
  readonly ranks?: readonly (number | null)[];
}

export interface RowResult {
  readonly code: string;
  readonly label: Label;
  readonly options: readonly OptionResult[];
}

export interface QuestionResult {
  readonly code: string;
  readonly kind: QuestionType;
  readonly section: string;
  readonly label: Label;
  /** People who saw the question, and among them those who answered it; null when suppressed. */
  readonly shown: number | null;
  readonly answered: number | null;
  /** Empty for texts and files, and for matrices, whose rows each have theirs. */
  readonly options: readonly OptionResult[];
  readonly rows?: readonly RowResult[];
  /** Number: mean of the answers in the question's unit; null when suppressed or without answer. */
  readonly mean?: number | null;
  /** Something above is null because it would say too much about a few people. */
  readonly suppressed: boolean;
}

/** What may be read of one question in one slice: exact counts for staff, nulls where suppressed for the public. */
export interface QuestionView {
  readonly cell: (key: string) => number | null;
  /** Number questions; null when suppressed, undefined without answer. */
  readonly mean: () => number | null | undefined;
}

/** Exact results of a slice, in the order of the form: for staff. The public's come from `publicResults`. */
export function resultsOf(form: ResultForm, counts: Counts): QuestionResult[] {
  return form.questions.map((formQuestion) => questionResult(formQuestion, exactView(formQuestion, counts)));
}

function exactView({ question, variants, cells }: FormQuestion, counts: Counts): QuestionView {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  return {
    cell: (key) => byKey.get(key)?.read(counts) ?? counts[key] ?? 0,
    mean: () => {
      const answered = counts[answeredKey(question.code)] ?? 0;
      return answered === 0 ? undefined : sumOf(variants, counts) / answered;
    },
  };
}

/** The results of one question from what may be read of it. Shares are "of those who saw it", for every kind of choice. */
export function questionResult(
  { question, section, options }: FormQuestion,
  view: QuestionView,
): QuestionResult {
  const { code, type, label } = question;
  const shown = view.cell(shownKey(code));
  const answered = view.cell(answeredKey(code));
  let suppressed = shown === null || answered === null;
  const read = (key: string) => {
    const count = view.cell(key);
    if (count === null) suppressed = true;
    return count;
  };
  const share = (count: number | null) =>
    count === null || shown === null || shown === 0 ? null : count / shown;
  const one = ({ code: option, label: words }: Option, key: string): OptionResult => {
    const count = read(`${key}.${option}`);
    return { code: option, label: words, count, share: share(count) };
  };
  const mean = type === 'number' ? view.mean() : undefined;
  if (mean === null) suppressed = true;

  const ranked = (option: Option): OptionResult => {
    const ranks = ranksOf(question).map((rank) => read(`${code}.${option.code}.${String(rank)}`));
    const count = read(rankedKey(question, option.code));
    const weighted = ranks.reduce<number | null>(
      (sum, number, index) => (sum === null || number === null ? null : sum + number * (index + 1)),
      0,
    );
    const meanRank = count === null || count === 0 || weighted === null ? null : weighted / count;
    return { code: option.code, label: option.label, count, share: share(count), meanRank, ranks };
  };

  const isMatrix = type === 'matrix' || type === 'matrixMultiple';
  const results = isMatrix
    ? []
    : options.map((option) => (type === 'ranking' ? ranked(option) : one(option, code)));
  const rows = (question.rows ?? []).map((row) => ({
    code: row.code,
    label: row.label,
    options: options.map((option) => one(option, `${code}.${row.code}`)),
  }));
  return {
    code,
    kind: type,
    section,
    label,
    shown,
    answered,
    options: results,
    ...(isMatrix && { rows }),
    ...(type === 'number' && { mean: mean ?? null }),
    suppressed,
  };
}
