import { labelText, type Question, type QuestionType } from '@preau/questionnaire-domain';
import { formatNumber, type Bar } from '@preau/ui';
import { questionType, type OptionFigures, type QuestionFigures } from './figures';
import { periodLabel } from './period-label';

/** What one chart draws of a question: the whole of it, or one row of a matrix. */
export interface Panel {
  readonly key: string;
  /** The row's label; null when the question's own title is enough. */
  readonly title: string | null;
  readonly bars: readonly (Bar & { readonly code: string })[];
}

type Maker = (figures: QuestionFigures, question: Question | undefined) => Panel[];

const one = (bars: Panel['bars']): Panel[] => [{ key: 'all', title: null, bars }];
const shareOf = (count: number | null, shown: number | null) =>
  count === null || !shown ? null : count / shown;
const barOf = ({ code, label, count, share }: OptionFigures) => ({ code, label, count, share });

const choices: Maker = ({ options }) => one(options.map(barOf));

const rows: Maker = (figures) =>
  figures.rows.map(({ code, label, options }) => ({ key: code, title: label, bars: options.map(barOf) }));

/** Words at both ends of a scale go with their figure. */
const scale: Maker = ({ options }, question) => {
  const ends = new Map([
    [String(question?.min), question?.minLabel],
    [String(question?.max), question?.maxLabel],
  ]);
  return one(
    options.map((option) => {
      const end = ends.get(option.code);
      return { ...barOf(option), label: end ? `${option.label}\u00a0: ${labelText(end)}` : option.label };
    }),
  );
};

const dates: Maker = ({ options }) =>
  one(options.map((option) => ({ ...barOf(option), label: periodLabel(option.code) })));

/** Bars of a ranking are first places: being ranked at all says little when everything is ranked. */
const ranking: Maker = ({ options, shown }) =>
  one(
    options.map(({ code, label, mean, ranks }) => {
      const first = ranks?.[0] ?? null;
      return {
        code,
        label,
        count: first,
        share: shareOf(first, shown),
        ...(mean === null ? {} : { detail: `rang moyen ${formatNumber(mean)}` }),
      };
    }),
  );

/** Nothing is read of a text but that it was written. */
const written =
  (label: string): Maker =>
  ({ shown, answered }) =>
    one([{ code: 'answered', label, count: answered, share: shareOf(answered, shown) }]);

const MAKERS = {
  single: choices,
  multiple: choices,
  consent: choices,
  territory: choices,
  number: choices,
  scale,
  date: dates,
  ranking,
  matrix: rows,
  matrixMultiple: rows,
  text: written('Ont écrit une réponse'),
  longText: written('Ont écrit une réponse'),
  file: written('Ont joint un fichier'),
} satisfies Record<QuestionType, Maker>;

/** The charts of a question in one slice; none for a type this client does not know yet. */
export function panelsOf(figures: QuestionFigures, question?: Question): Panel[] {
  const type = questionType(figures.kind);
  return type ? MAKERS[type](figures, question) : [];
}
