import { isDay } from '../days';
import { type Question, type QuestionType } from '../definition';
import { type FaultPath, type ReportFault } from './faults';

type Bound = Question['min'];
interface Bounds {
  readonly accepts: (bound: Bound, question: Question) => boolean;
  readonly words: (question: Question) => string;
}

/** Steps people can tell apart and tick on a phone. */
const MAX_SCALE_STEPS = 20;
const MAX_FILES = 10;
const MAX_TEXT = 2000;
const MAX_LONG_TEXT = 20_000;

const NUMBER: Bounds = {
  accepts: (bound, { decimals = 0 }) =>
    typeof bound === 'number' &&
    Math.abs(bound) <= Number.MAX_SAFE_INTEGER &&
    Number(bound.toFixed(decimals)) === bound,
  words: ({ decimals = 0 }) => (decimals === 0 ? 'un nombre entier' : `un nombre à ${decimals} décimales`),
};
const CHOICES = wholeUpTo(({ options = [], other }) => options.length + (other ? 1 : 0));

const BOUNDS = {
  single: null,
  multiple: CHOICES,
  scale: NUMBER,
  number: NUMBER,
  text: wholeUpTo(() => MAX_TEXT),
  longText: wholeUpTo(() => MAX_LONG_TEXT),
  date: { accepts: (bound) => isDay(bound), words: () => 'une date comme 2015-02-03' },
  ranking: CHOICES,
  matrix: null,
  matrixMultiple: null,
  territory: null,
  consent: null,
  file: wholeUpTo(() => MAX_FILES),
} satisfies Record<QuestionType, Bounds | null>;

/** Checks `min` and `max`: of the right kind for the type, reachable, and in order. */
export function checkBounds(question: Question, path: FaultPath, report: ReportFault): void {
  const bounds: Bounds | null = BOUNDS[question.type];
  if (!bounds) return;
  const { min, max } = question;
  const isAccepted = (bound: Bound) => bound === undefined || bounds.accepts(bound, question);
  if (!isAccepted(min)) report([...path, 'min'], 'BAD_BOUND', bounds.words(question));
  if (!isAccepted(max)) report([...path, 'max'], 'BAD_BOUND', bounds.words(question));
  if (min === undefined || max === undefined || !isAccepted(min) || !isAccepted(max)) return;
  if (min > max) return report([...path, 'min'], 'MIN_ABOVE_MAX');
  if (question.type === 'scale' && (min === max || Number(max) - Number(min) > MAX_SCALE_STEPS)) {
    report([...path, 'max'], 'BAD_BOUND', `de 1 à ${MAX_SCALE_STEPS} de plus que le minimum`);
  }
}

function wholeUpTo(largest: (question: Question) => number): Bounds {
  return {
    accepts: (bound, question) =>
      Number.isInteger(bound) && Number(bound) >= 1 && Number(bound) <= largest(question),
    words: (question) => `un nombre entier de 1 à ${largest(question)}`,
  };
}
