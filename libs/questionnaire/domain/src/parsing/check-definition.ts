import { columnsOf } from '../columns';
import { type Definition, type Question } from '../definition';
import { checkCondition } from './check-condition';
import { checkQuestion } from './check-question';
import { type FaultPath, type ReportFault } from './faults';

/** A section as far as it could be read; codes are kept even of what is faulty, so that references to it are not faults too. */
export interface SectionOutline {
  readonly path: FaultPath;
  readonly code: unknown;
  readonly showIf: unknown;
  readonly questions: readonly QuestionOutline[];
}

export interface QuestionOutline {
  readonly path: FaultPath;
  readonly code: unknown;
  readonly showIf: unknown;
  /** Null when its shape is wrong. */
  readonly question: Question | null;
}

const MAX_QUESTIONS = 200;
/** A PostgreSQL query returns at most 1,664 columns; versions merged in one export need room. */
const MAX_COLUMNS = 1000;

/** Faults between the parts: codes used twice, references, profile, size of the whole. */
export function checkDefinition(sections: readonly SectionOutline[], report: ReportFault): void {
  const questions = sections.flatMap((section) => section.questions);
  if (questions.length > MAX_QUESTIONS) report(['sections'], 'TOO_MANY', MAX_QUESTIONS);
  checkUnique(sections, report);
  checkUnique(questions, report);
  checkProfileDimensions(questions, report);
  for (const { question, path } of questions) if (question) checkQuestion(question, path, report);
  checkConditions(sections, report);
}

/** Faults of a definition that is otherwise right. */
export function checkColumns(definition: Definition, report: ReportFault): void {
  if (columnsOf([{ version: 1, definition }]).length > MAX_COLUMNS)
    report([], 'TOO_MANY_COLUMNS', MAX_COLUMNS);
}

function checkUnique(
  parts: readonly { readonly code: unknown; readonly path: FaultPath }[],
  report: ReportFault,
): void {
  const seen = new Set<string>();
  for (const { code, path } of parts) {
    if (typeof code !== 'string') continue;
    if (seen.has(code)) report([...path, 'code'], 'DUPLICATE_CODE', code);
    seen.add(code);
  }
}

function checkProfileDimensions(questions: readonly QuestionOutline[], report: ReportFault): void {
  const seen = new Set<string>();
  for (const { question, path } of questions) {
    const profile = question?.profile;
    if (!profile) continue;
    if (seen.has(profile)) report([...path, 'profile'], 'PROFILE_TWICE', profile);
    seen.add(profile);
  }
}

/** Conditions look back only, which also rules out cycles: a section's at earlier sections, a question's at what stands before it. */
function checkConditions(sections: readonly SectionOutline[], report: ReportFault): void {
  const all = new Set(sections.flatMap((section) => codesOf(section.questions)));
  const earlier = new Map<string, Question | null>();
  for (const section of sections) {
    if (section.showIf !== undefined) {
      const guarded = codesOf(section.questions);
      checkCondition(section.showIf, [...section.path, 'showIf'], { earlier, all, guarded, report });
    }
    for (const { code, showIf, path, question } of section.questions) {
      if (showIf !== undefined) {
        checkCondition(showIf, [...path, 'showIf'], { earlier, all, guarded: codesOf([{ code }]), report });
      }
      if (typeof code === 'string' && !earlier.has(code)) earlier.set(code, question);
    }
  }
}

function codesOf(parts: readonly { readonly code: unknown }[]): readonly string[] {
  return parts.map(({ code }) => code).filter((code) => typeof code === 'string');
}
