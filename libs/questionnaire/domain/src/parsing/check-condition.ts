import { type Operator, OPERATORS } from '../conditions';
import { type Question, type QuestionType } from '../definition';
import { isDay } from '../days';
import { isRecord, own } from '../json';
import { levelsOf } from '../kinds/territory';
import { type FaultPath, type ReportFault } from './faults';

/** Levels of all, any and not. */
const MAX_DEPTH = 8;
const MAX_PARTS = 50;

/** What a condition may look at from where it stands. A question that could not be read is known but null. */
export interface ConditionScope {
  readonly earlier: ReadonlyMap<string, Question | null>;
  readonly all: ReadonlySet<string>;
  /** The codes the condition guards. */
  readonly guarded: readonly string[];
  readonly report: ReportFault;
}

const COMPARISONS = ['is', 'isNot', 'gt', 'gte', 'lt', 'lte', 'answered'] as const;

/**
 * Operators a question's answer can be held against. Texts are never compared: a spelling would decide.
 * Consent only knows `is: true`: a box not ticked is unanswered.
 */
const OPERATORS_OF = {
  single: ['is', 'isNot', 'answered'],
  multiple: ['includes', 'answered'],
  scale: COMPARISONS,
  number: COMPARISONS,
  text: ['answered'],
  longText: ['answered'],
  date: COMPARISONS,
  ranking: ['includes', 'answered'],
  matrix: ['answered'],
  matrixMultiple: ['answered'],
  territory: ['is', 'isNot', 'answered'],
  consent: ['is', 'answered'],
  file: ['answered'],
} satisfies Record<QuestionType, readonly Operator[]>;

/** Checks a condition, every fault located: its shape, the questions it names, its operators and what they compare. */
export function checkCondition(condition: unknown, path: FaultPath, scope: ConditionScope, depth = 1): void {
  const { report } = scope;
  if (!isRecord(condition)) return report(path, 'WRONG_TYPE');
  if (depth > MAX_DEPTH) return report(path, 'TOO_DEEP', MAX_DEPTH);
  const keys = Object.keys(condition);
  if (Object.hasOwn(condition, 'question')) return checkQuestionCondition(condition, path, scope);
  const [key] = keys;
  if (keys.length !== 1 || (key !== 'all' && key !== 'any' && key !== 'not')) {
    return report(path, 'BAD_CONDITION');
  }
  const inner = condition[key];
  if (key === 'not') return checkCondition(inner, [...path, key], scope, depth + 1);
  if (!Array.isArray(inner)) return report([...path, key], 'WRONG_TYPE');
  if (inner.length === 0) return report([...path, key], 'EMPTY');
  if (inner.length > MAX_PARTS) return report([...path, key], 'TOO_MANY', MAX_PARTS);
  inner.forEach((part: unknown, index) => checkCondition(part, [...path, key, index], scope, depth + 1));
}

function checkQuestionCondition(
  condition: Readonly<Record<string, unknown>>,
  path: FaultPath,
  scope: ConditionScope,
): void {
  const { report } = scope;
  const unknown = Object.keys(condition).filter((key) => key !== 'question' && !isOperator(key));
  for (const key of unknown) report([...path, key], 'UNKNOWN_KEY', key);
  const operators = Object.keys(condition).filter(isOperator);
  const [operator] = operators;
  if (operator === undefined || operators.length > 1) return report(path, 'BAD_CONDITION');
  const question = referenced(condition.question, [...path, 'question'], scope);
  if (!question) return;
  const allowed: readonly Operator[] = OPERATORS_OF[question.type];
  if (!allowed.includes(operator)) return report([...path, operator], 'WRONG_OPERATOR', allowed.join(', '));
  checkOperand(operator, own(condition, operator), question, [...path, operator], report);
}

function isOperator(key: string): key is Operator {
  return (OPERATORS as readonly string[]).includes(key);
}

function referenced(code: unknown, path: FaultPath, scope: ConditionScope): Question | null {
  if (typeof code !== 'string') {
    scope.report(path, 'WRONG_TYPE');
    return null;
  }
  const question = scope.earlier.get(code);
  if (question !== undefined) return question;
  if (scope.guarded.includes(code)) scope.report(path, 'SELF_REFERENCE');
  else scope.report(path, scope.all.has(code) ? 'FORWARD_REFERENCE' : 'UNKNOWN_QUESTION', code);
  return null;
}

function checkOperand(
  operator: Operator,
  operand: unknown,
  question: Question,
  path: FaultPath,
  report: ReportFault,
): void {
  if (operator === 'answered') {
    if (typeof operand !== 'boolean') report(path, 'BAD_OPERAND', 'true ou false');
    return;
  }
  const expected = EXPECTED_OPERAND[question.type];
  if (expected && !expected.accepts(operand, question)) report(path, 'BAD_OPERAND', expected.words);
  else if (question.options && typeof operand === 'string' && !offers(question, operand)) {
    report(path, 'UNKNOWN_OPTION', operand);
  }
}

function offers({ options = [], other }: Question, code: string): boolean {
  return options.some((option) => option.code === code) || (other === true && code === 'other');
}

interface Expected {
  readonly accepts: (operand: unknown, question: Question) => boolean;
  readonly words: string;
}

const isNumber = (operand: unknown): boolean => Number.isFinite(operand);
const OPTION: Expected = { accepts: (operand) => typeof operand === 'string', words: 'le code d’un choix' };

/** null: only `answered` applies. */
const EXPECTED_OPERAND = {
  single: OPTION,
  multiple: OPTION,
  ranking: OPTION,
  scale: { accepts: isNumber, words: 'un nombre' },
  number: { accepts: isNumber, words: 'un nombre' },
  date: { accepts: isDay, words: 'une date comme 2015-02-03' },
  territory: {
    // "07" is an académie and a département: a code alone says which only where one level is offered.
    accepts: (operand, question) =>
      typeof operand === 'string' && operand !== '' && levelsOf(question).length === 1,
    words: 'le code d’un territoire, pour une question qui propose un seul niveau',
  },
  consent: { accepts: (operand) => operand === true, words: 'true (ou « answered » : false)' },
  text: null,
  longText: null,
  matrix: null,
  matrixMultiple: null,
  file: null,
} satisfies Record<QuestionType, Expected | null>;
