import {
  labelText,
  validateAnswers,
  visibleSections,
  type Definition,
  type Problem,
  type Question,
  type VisibleSection,
} from '@preau/questionnaire-domain';
import type { FieldProblem } from '@preau/ui';
import type { RawAnswers } from '../drafts/draft-record';
import { fieldIdOf } from '../fields/field-props';
import { messages } from './messages';

const SECONDS_PER_QUESTION = 18;

/** Rounded minutes that answering takes, from the number of questions: 10 for 35. */
export function minutesFor(definition: Definition): number {
  const questions = definition.sections.reduce((count, section) => count + section.questions.length, 0);
  const minutes = (questions * SECONDS_PER_QUESTION) / 60;
  return minutes < 8 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
}

/** Where to take up again: the first part without an answer or with a fault; null when all is there to be reviewed. */
export function placeToResume(
  sections: readonly VisibleSection[],
  answers: RawAnswers,
  problems: readonly Pick<Problem, 'question'>[],
): string | null {
  const isFaulty = ({ code }: Question) => problems.some(({ question }) => question === code);
  const open = sections.find(
    ({ questions }) => questions.some(isFaulty) || questions.every(({ code }) => answers[code] === undefined),
  );
  return open?.section.code ?? null;
}

/** A fault as a summary needs it, found here or by the server. */
export type Fault = Pick<Problem, 'question' | 'path' | 'message'>;

export type Matches = (pattern: string, text: string) => boolean;

/** Faults of the questions of one part, or of all. */
export function faultsIn(
  definition: Definition,
  answers: RawAnswers,
  matches: Matches,
  questions?: readonly Question[],
): readonly Problem[] {
  const codes = questions && new Set(questions.map(({ code }) => code));
  return validateAnswers(definition, answers, { matches }).filter(
    // A question the form no longer asks is nobody's to mend: its answer is left out when sending.
    ({ question, code }) => code !== 'UNKNOWN_QUESTION' && (!codes || codes.has(question)),
  );
}

/** The same faults for a summary: one line each, naming the question. */
export function summaryOf(definition: Definition, faults: readonly Fault[]): readonly FieldProblem[] {
  return faults.map(({ question: code, path, message }) => {
    const question = questionOf(definition, code);
    const label = question ? labelText(question.label) : code;
    return { fieldId: fieldIdOf(question, path), message: messages.section.fault(label, message) };
  });
}

export function questionOf(definition: Definition, code: string): Question | undefined {
  return definition.sections.flatMap(({ questions }) => questions).find((question) => question.code === code);
}

/** The part that asks a question, among those shown. */
export function sectionOf(definition: Definition, answers: RawAnswers, code: string): string | undefined {
  return visibleSections(definition, answers).find(({ questions }) =>
    questions.some((question) => question.code === code),
  )?.section.code;
}

/** The part to show instead of one that answers have hidden: the next one, none meaning the review. */
export function nextShown(
  definition: Definition,
  sections: readonly VisibleSection[],
  code: string,
): string | undefined {
  const codes = definition.sections.map((section) => section.code);
  const from = codes.indexOf(code);
  return sections.find(({ section }) => codes.indexOf(section.code) > from)?.section.code;
}
