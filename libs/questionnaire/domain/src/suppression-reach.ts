import { canonicalJson } from './canonical';
import { holds } from './conditions';
import type { Answer, Condition, Question, QuestionCondition } from './definition';
import { answeredKey, notKey, rankedKey, skippedKey } from './results-cells';
import type { FormQuestion } from './results-form';
import { UNKNOWN_PROFILE } from './profile';
import { bucketsOf } from './tally-buckets';
import { periodsOf } from './tally-periods';

/**
 * Who sees a question is itself a figure: if only teachers do, "shown" counts teachers. This works out, from the
 * conditions alone, how that figure adds up from other questions' cells.
 */
export type Reach =
  | { readonly kind: 'everybody' | 'nobody' | 'unknown' }
  /** Exactly those in the `inside` cells of one question: all others are in `outside`. */
  | ({ readonly kind: 'cells' } & Split)
  /** Depends on several questions. For each: cells that are all shown the question, cells that never are. */
  | { readonly kind: 'mixed'; readonly splits: readonly Split[] };

export interface Split {
  readonly question: string;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  /** Where those stand who were not even shown that other question. */
  readonly unshown: 'inside' | 'outside' | 'either';
}

/** What is known of a test: whether it holds, or another condition that says the same; null: nothing. */
type Truth = (test: QuestionCondition) => boolean | Condition | null;

/** What is left of a condition once some of its tests are known: a verdict, or a smaller condition. */
function reduce(condition: Condition, truth: Truth): Condition | boolean {
  if ('not' in condition) {
    const inner = reduce(condition.not, truth);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  if ('question' in condition) {
    const known = truth(condition) ?? condition;
    return typeof known === 'boolean' || known === condition ? known : reduce(known, truth);
  }
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => reduce(part, truth));
  if (parts.includes(!isAll)) return !isAll;
  const open = parts.filter((part) => typeof part !== 'boolean');
  if (open.length === 0) return isAll;
  return isAll ? { all: open } : { any: open };
}

function testsIn(condition: Condition): readonly QuestionCondition[] {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  return 'not' in condition ? testsIn(condition.not) : [condition];
}

/** The parts that must all hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjuncts) : [condition];
}

const withAnswer = (question: string, answer: Answer | undefined): State['truth'] => {
  return (test) => (test.question === question ? holds(test, () => answer) : null);
};

/** A cell of a question, and what belonging to it says about the tests on that question. */
interface State {
  readonly key: string;
  readonly truth: (test: QuestionCondition) => boolean | null;
}

/** The states of a question a condition can tell apart: one list that shares out those who saw it, per thing tested. */
function statesFor(form: FormQuestion, tests: readonly QuestionCondition[]): readonly (readonly State[])[] {
  const { question } = form;
  const { code } = question;
  const skipped: State = { key: skippedKey(code), truth: withAnswer(code, undefined) };
  const only = (key: string, truth: (test: QuestionCondition) => boolean | null): State => ({
    key,
    truth: (test) => (test.question === code ? truth(test) : null),
  });
  const isAnswered = (test: QuestionCondition) => ('answered' in test ? test.answered : null);
  const single = exclusiveStates(form);
  if (single !== null) return [[...single, skipped]];

  const options = new Set(tests.flatMap((test) => ('includes' in test ? [test.includes] : [])));
  if (options.size === 0) return [[only(answeredKey(code), isAnswered), skipped]];
  return [...options].map((option) => {
    const key = `${code}.${option}`;
    const chosen = (test: QuestionCondition) =>
      'includes' in test && test.includes === option ? true : isAnswered(test);
    const notChosen = (test: QuestionCondition) =>
      'includes' in test && test.includes === option ? false : null;
    const chosenKey = question.type === 'ranking' ? rankedKey(question, option) : key;
    const hasNot = form.cells.some((cell) => cell.key === notKey(chosenKey));
    return [only(chosenKey, chosen), hasNot ? only(notKey(chosenKey), notChosen) : skipped];
  });
}

/** One state per answer, for questions with one answer; null for the others. */
function exclusiveStates({ question, options }: FormQuestion): readonly State[] | null {
  const { code, type } = question;
  const exact = (answerOf: (option: string) => Answer) =>
    options.map((option) => ({
      key: `${code}.${option.code}`,
      truth: withAnswer(code, answerOf(option.code)),
    }));
  if (type === 'single') {
    return exact((option) => (option === 'other' ? { option, text: '' } : option));
  }
  if (type === 'scale') return exact(Number);
  if (type === 'consent') return exact(() => true);
  // A condition on a territory holds one level only (see the conditions of this domain): its codes are told apart.
  if (type === 'territory')
    return exact((option) => ({ level: 'academie', code: option.split(':').at(-1) ?? '' }));
  const ranges =
    type === 'number'
      ? bucketsOf(question).map(({ code: bucket, from, to }) => ({
          bucket,
          from: from ?? -Infinity,
          to: to ?? Infinity,
        }))
      : type === 'date'
        ? periodsOf(question).map(({ code: bucket, months }) => ({
            bucket,
            from: `${months[0] ?? ''}-01`,
            to: `${months.at(-1) ?? ''}-31`,
          }))
        : null;
  return ranges === null
    ? null
    : ranges.map(({ bucket, from, to }) => ({ key: `${code}.${bucket}`, truth: withRange(code, from, to) }));
}

/** A test is known of a range when nothing in it can make a difference: its operand lies outside. */
function withRange(question: string, from: number | string, to: number | string): State['truth'] {
  return (test) => {
    if (test.question !== question) return null;
    const operand = Object.entries(test).find(([name]) => name !== 'question' && name !== 'answered')?.[1];
    const isInside = operand !== undefined && from !== to && from <= operand && operand <= to;
    return isInside ? null : holds(test, () => from);
  };
}

/** A required question is answered by all those who see it: the test becomes its own condition. */
const spelledOut =
  (forms: ReadonlyMap<string, FormQuestion>): Truth =>
  (test) => {
    const form = forms.get(test.question);
    if (!('answered' in test) || !form?.question.required || form.condition === undefined) return null;
    if (form.condition === null) return test.answered;
    return test.answered ? form.condition : { not: form.condition };
  };

/**
 * Drops what another condition already implies: in "is a teacher, and said yes to q", the first part, when q is shown to
 * teachers only and the second part needs an answer to q.
 */
function withoutImplied(condition: Condition, forms: ReadonlyMap<string, FormQuestion>): Condition {
  const parts = conjuncts(condition);
  const implied = new Set<string>();
  for (const part of parts) {
    const questions = new Set(testsIn(part).map(({ question }) => question));
    const [only] = questions;
    if (questions.size !== 1 || only === undefined || reduce(part, withAnswer(only, undefined)) !== false)
      continue;
    const shown = forms.get(only)?.condition;
    if (shown) for (const known of conjuncts(shown)) implied.add(canonicalJson(known));
  }
  const kept = parts.filter((part) => !implied.has(canonicalJson(part)));
  return kept.length > 0 && kept.length < parts.length ? { all: kept } : condition;
}

/** The answer to its profile question that a person of this profile value gave. */
export function profileAnswer(question: Question, value: string): Answer | undefined {
  if (value === UNKNOWN_PROFILE) return undefined;
  if (question.type === 'territory') return { level: 'academie', code: value };
  return value === 'other' && question.other ? { option: 'other', text: '' } : value;
}

/**
 * Who sees a question, among people of whom the answers to some questions are known (undefined: none): a profile, and
 * none to what is shown to nobody among them.
 */
export function reachOf(
  form: FormQuestion,
  forms: ReadonlyMap<string, FormQuestion>,
  answers: ReadonlyMap<string, Answer | undefined>,
): Reach {
  if (form.condition === undefined) return { kind: 'unknown' };
  if (form.condition === null) return { kind: 'everybody' };
  const spelled = reduce(withoutImplied(form.condition, forms), spelledOut(forms));
  const condition =
    typeof spelled === 'boolean'
      ? spelled
      : reduce(spelled, (test) =>
          answers.has(test.question) ? holds(test, (code) => answers.get(code)) : null,
        );
  if (typeof condition === 'boolean') return { kind: condition ? 'everybody' : 'nobody' };

  const tests = testsIn(condition);
  const splits: Split[] = [];
  let isExact = true;
  for (const code of new Set(tests.map(({ question }) => question))) {
    const other = forms.get(code);
    if (other === undefined) return { kind: 'unknown' };
    const lists = statesFor(
      other,
      tests.filter(({ question }) => question === code),
    );
    for (const states of lists) {
      const verdicts = states.map(({ key, truth }) => ({ key, verdict: reduce(condition, truth) }));
      const unshown = reduce(condition, withAnswer(code, undefined));
      if (typeof unshown !== 'boolean' || verdicts.some(({ verdict }) => typeof verdict !== 'boolean')) {
        isExact = false;
      }
      splits.push({
        question: code,
        inside: verdicts.filter(({ verdict }) => verdict === true).map(({ key }) => key),
        outside: verdicts.filter(({ verdict }) => verdict === false).map(({ key }) => key),
        unshown: typeof unshown !== 'boolean' ? 'either' : unshown ? 'inside' : 'outside',
      });
    }
  }
  const [first] = splits;
  return isExact && splits.length === 1 && first ? { kind: 'cells', ...first } : { kind: 'mixed', splits };
}

/** Cells of a question that other questions' conditions add up, and the key of their sum (of the cell itself, if one). */
export interface Group {
  readonly question: string;
  readonly key: string;
  readonly parts: readonly string[];
  /** Those in the group are the ones who see the question; else those who do not. */
  readonly isInside: boolean;
}

/**
 * The cells of the other question that decide. Those who were not shown it stand with those who skipped it, on the side
 * left out here.
 */
export function groupOf(split: Split): Group {
  const isInside = split.unshown !== 'inside';
  const parts = isInside ? split.inside : split.outside;
  const [only] = parts;
  const key = parts.length === 1 && only ? only : `${split.question}#(${parts.join(' ')})`;
  return { question: split.question, key, parts, isInside };
}
