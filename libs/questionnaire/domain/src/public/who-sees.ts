import { canonicalJson } from '../canonical';
import { holds } from '../conditions';
import type { Answer, Condition, Question, QuestionCondition } from '../definition';
import { UNKNOWN_PROFILE } from '../profile';
import { answeredKey } from '../results-cells';
import type { FormQuestion } from '../results-form';

/**
 * Who sees a question, as anybody can tell from the form: everybody in a row, nobody, those who gave some answers to one
 * other question (the sum of `cells`), or a number that says something of its own.
 */
export type Audience =
  | { readonly kind: 'everybody' | 'nobody' | 'own' }
  | { readonly kind: 'cells'; readonly question: string; readonly cells: readonly string[] };

type KnownAnswers = ReadonlyMap<string, Answer | undefined>;
type Truth = (test: QuestionCondition) => boolean | null;

/** Whether the condition holds; null when it depends on tests whose truth is not known. */
function verdict(condition: Condition, truth: Truth): boolean | null {
  if ('not' in condition) {
    const inner = verdict(condition.not, truth);
    return inner === null ? null : !inner;
  }
  if ('question' in condition) return truth(condition);
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => verdict(part, truth));
  if (parts.includes(!isAll)) return !isAll;
  return parts.includes(null) ? null : isAll;
}

/** The parts that must all hold. */
export const conjuncts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(conjuncts) : [condition];

function testsIn(condition: Condition): readonly QuestionCondition[] {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  return 'not' in condition ? testsIn(condition.not) : [condition];
}

/** Who sees `form` among people who all gave the answers `known` (undefined: none). */
export function audienceOf(
  form: FormQuestion,
  forms: ReadonlyMap<string, FormQuestion>,
  known: KnownAnswers,
): Audience {
  if (form.condition === null) return { kind: 'everybody' };
  if (form.condition === undefined) return { kind: 'own' };
  const truth: Truth = (test) => (known.has(test.question) ? holds(test, (code) => known.get(code)) : null);
  const decided = verdict(form.condition, truth);
  if (decided !== null) return { kind: decided ? 'everybody' : 'nobody' };
  return decidingCells(form.condition, forms, truth) ?? { kind: 'own' };
}

/**
 * The cells of one other question that decide alone. Parts that this question's own condition implies do not count: in
 * "is a teacher, and had a training", only teachers were asked about trainings.
 */
function decidingCells(
  condition: Condition,
  forms: ReadonlyMap<string, FormQuestion>,
  truth: Truth,
): Audience | null {
  const open = conjuncts(condition).filter((part) => verdict(part, truth) === null);
  for (const { question } of open.flatMap(testsIn)) {
    const other = forms.get(question);
    const implied = new Set(conjuncts(other?.condition ?? { all: [] }).map((part) => canonicalJson(part)));
    const rest = open.filter((part) => !implied.has(canonicalJson(part)));
    const isAlone = rest.length > 0 && rest.flatMap(testsIn).every((test) => test.question === question);
    const cells = other && isAlone ? cellsThatHold(other, rest) : null;
    if (cells) return { kind: 'cells', question, cells };
  }
  return null;
}

/** Null when the answers the parts tell apart are not those that are counted apart. */
function cellsThatHold({ question, options }: FormQuestion, parts: readonly Condition[]): string[] | null {
  const { code, type } = question;
  const [only] = parts;
  if (parts.length === 1 && only && 'question' in only) {
    if ('answered' in only) return only.answered ? [answeredKey(code)] : null;
    if ('includes' in only && type === 'multiple') return [`${code}.${only.includes}`];
  }
  if (type !== 'single' && type !== 'scale') return null;
  const all = { all: parts };
  const given =
    (answer: Answer | undefined): Truth =>
    (test) =>
      holds(test, () => answer);
  if (verdict(all, given(undefined)) !== false) return null;
  return options
    .filter((option) => verdict(all, given(answerFor(question, option.code))) === true)
    .map((option) => `${code}.${option.code}`);
}

function answerFor(question: Question, option: string): Answer {
  if (question.type === 'scale') return Number(option);
  return option === 'other' && question.other ? { option, text: '' } : option;
}

/** The answer to its profile question that everybody in the row of this value gave. */
export function profileAnswer(question: Question, value: string): Answer | undefined {
  if (value === UNKNOWN_PROFILE) return undefined;
  return question.type === 'territory' ? { level: 'academie', code: value } : answerFor(question, value);
}
