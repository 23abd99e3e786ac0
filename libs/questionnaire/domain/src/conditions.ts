import { type Answer, type Condition, type QuestionCondition } from './definition';
import { isRecord, own } from './json';

type KeyOf<T> = T extends unknown ? keyof T : never;
export type Operator = Exclude<KeyOf<QuestionCondition>, 'question'>;
export type AnswerLookup = (question: string) => Answer | undefined;

type Test = (answer: Answer | undefined, operand: unknown) => boolean;

/**
 * What each operator means. Every comparison needs an answer: on an unanswered (or hidden) question all of them are
 * false, `isNot` included; "is not, or has no answer" is written `{ not: { question, is } }`.
 */
const TESTS = {
  answered: (answer, operand) => (answer !== undefined) === operand,
  is: (answer, operand) => answer !== undefined && valueOf(answer) === operand,
  isNot: (answer, operand) => answer !== undefined && valueOf(answer) !== operand,
  includes: (answer, operand) =>
    Array.isArray(answer) && answer.some((choice) => valueOf(choice) === operand),
  gt: (answer, operand) => compare(answer, operand) > 0,
  gte: (answer, operand) => compare(answer, operand) >= 0,
  lt: (answer, operand) => compare(answer, operand) < 0,
  lte: (answer, operand) => compare(answer, operand) <= 0,
} satisfies Record<Operator, Test>;

export const OPERATORS = Object.keys(TESTS) as readonly Operator[];

/** The order of two numbers or of two ISO days; NaN, of which every comparison is false, for anything else. */
function compare(answer: unknown, operand: unknown): number {
  if (typeof answer === 'number' && typeof operand === 'number') return answer - operand;
  if (typeof answer !== 'string' || typeof operand !== 'string') return NaN;
  return answer === operand ? 0 : answer < operand ? -1 : 1;
}

/** What a condition compares: the code of a choice ("other" for a text of one's own) or of a territory, else the value. */
function valueOf(answer: Answer): unknown {
  if (!isRecord(answer)) return answer;
  return 'option' in answer ? answer.option : answer.code;
}

/**
 * Whether a condition holds for the answers of shown questions, as `readAnswer` gives them.
 * Throws on an operator it does not know: answering "false" instead would hide questions silently.
 */
export function holds(condition: Condition, answerTo: AnswerLookup): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answerTo));
  if ('any' in condition) return condition.any.some((part) => holds(part, answerTo));
  if ('not' in condition) return !holds(condition.not, answerTo);
  const operator = OPERATORS.find((name) => Object.hasOwn(condition, name));
  if (!operator) throw new Error(`Unknown operator in a condition on "${condition.question}"`);
  return TESTS[operator](answerTo(condition.question), own(condition, operator));
}
