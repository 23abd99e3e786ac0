import { type CompiledQuestion, compile } from './compile';
import { holds } from './conditions';
import { type Answer, type Definition, type Question, type Section } from './definition';
import { isRecord, own } from './json';
import { readAnswer } from './kinds/kinds';

export interface VisibleSection {
  readonly section: Section;
  readonly questions: readonly Question[];
}

interface ShownSection {
  readonly section: Section;
  readonly questions: readonly CompiledQuestion[];
}

/**
 * One pass in the order of the form. Conditions only look back, and only shown questions get their answer recorded,
 * so that an answer to a question hidden since then never decides anything.
 */
export function shownSections(definition: Definition, answers: unknown): readonly ShownSection[] {
  const given = isRecord(answers) ? answers : {};
  const recorded = new Map<string, Answer>();
  const answerTo = (code: string) => recorded.get(code);
  const shown: ShownSection[] = [];
  for (const { section, questions } of compile(definition).sections) {
    if (section.showIf && !holds(section.showIf, answerTo)) continue;
    const kept = questions.filter((compiled) => {
      const { showIf } = compiled.question;
      if (showIf && !holds(showIf, answerTo)) return false;
      const answer = compiled.isWatched ? readAnswer(compiled, own(given, compiled.code)) : undefined;
      if (answer !== undefined) recorded.set(compiled.code, answer);
      return true;
    });
    if (kept.length > 0) shown.push({ section, questions: kept });
  }
  return shown;
}

/** Sections with at least one question to show for these answers (any JSON; what cannot be read is unanswered). */
export function visibleSections(definition: Definition, answers: unknown): readonly VisibleSection[] {
  return shownSections(definition, answers).map(({ section, questions }) => ({
    section,
    questions: questions.map(({ question }) => question),
  }));
}

/** Questions to show for these answers, in the order of the form. */
export function visibleQuestions(definition: Definition, answers: unknown): readonly Question[] {
  return visibleSections(definition, answers).flatMap(({ questions }) => questions);
}
