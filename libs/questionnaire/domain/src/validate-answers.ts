import { compile } from './compile';
import {
  type Definition,
  type Problem,
  type ProblemCode,
  type QuestionType,
  type TerritoryAnswer,
} from './definition';
import { isRecord, own } from './json';
import { type CheckContext } from './kinds/kind';
import { KINDS } from './kinds/kinds';
import { problemMessage } from './problem-messages';
import { shownSections } from './visibility';

export interface ValidationOptions {
  /** Runs an author's pattern on a whole text: `matchesPattern`, injected so that a screen loads its engine when needed. */
  readonly matches: (pattern: string, text: string) => boolean;
  /** Whether a territory exists; without it only the form of its code is checked. */
  readonly knowsTerritory?: (territory: TerritoryAnswer) => boolean;
  /** For a draft or a page left early: what is there must be right, what is missing is not a fault. */
  readonly partial?: boolean;
}

/** Faults that finishing the answer mends: not reported on a partial response. */
export const UNFINISHED_CODES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'REQUIRED',
  'NOT_ACCEPTED',
  'OTHER_TEXT_REQUIRED',
  'TOO_FEW',
  'TOO_SHORT',
  'INCOMPLETE_RANKING',
  'INCOMPLETE_MATRIX',
]);

/** Enough to mend any answer; hostile input must not buy more memory than it sends. */
const MAX_PROBLEMS = 500;
const SHOWN_CODE_LENGTH = 40;

/**
 * Every fault of a response, in the order of the form; none means it can be kept. Takes any JSON and never throws.
 * Hidden questions are not looked at, since cleaning drops them. Texts are judged in their clean form.
 */
export function validateAnswers(
  definition: Definition,
  answers: unknown,
  options: ValidationOptions,
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (question: string, path: Problem['path'], code: ProblemCode, message: string) => {
    const isWanted = !options.partial || !UNFINISHED_CODES.has(code);
    if (isWanted && problems.length < MAX_PROBLEMS) {
      problems.push({ question, path: question === '' ? [] : [question, ...path], code, message });
    }
  };
  if (!isRecord(answers)) {
    add('', [], 'WRONG_TYPE', problemMessage('WRONG_TYPE', {}));
    return problems;
  }

  let asked: { code: string; type: QuestionType } = { code: '', type: 'text' };
  const context: CheckContext = {
    matches: options.matches,
    knowsTerritory: options.knowsTerritory,
    report: (path, code, facts) =>
      add(asked.code, path, code, problemMessage(code, { ...facts, type: asked.type })),
  };
  for (const { questions } of shownSections(definition, answers)) {
    for (const compiled of questions) {
      asked = compiled.question;
      const raw = own(answers, compiled.code);
      const kind = KINDS[compiled.question.type];
      if (!kind.isBlank(raw)) kind.check(compiled, raw, context);
      else if (compiled.question.required) context.report([], 'REQUIRED');
    }
  }

  const known = compile(definition).questions;
  for (const code of Object.keys(answers)) {
    if (known.has(code)) continue;
    add(code.slice(0, SHOWN_CODE_LENGTH), [], 'UNKNOWN_QUESTION', problemMessage('UNKNOWN_QUESTION', {}));
  }
  return problems;
}
