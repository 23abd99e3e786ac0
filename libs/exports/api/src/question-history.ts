import type { DefinitionVersion, Question, Section } from '@preau/questionnaire-domain';

/** A question as one version asks it. */
export interface AskedQuestion {
  readonly version: number;
  readonly section: Section;
  readonly question: Question;
}

/** Every question ever asked by these versions, as each of them asks it, the latest first. */
export function questionHistory(
  definitions: readonly DefinitionVersion[],
): ReadonlyMap<string, readonly AskedQuestion[]> {
  const history = new Map<string, AskedQuestion[]>();
  for (const { version, definition } of [...definitions].sort((a, b) => b.version - a.version)) {
    for (const section of definition.sections) {
      for (const question of section.questions) {
        const asked = history.get(question.code) ?? [];
        history.set(question.code, [...asked, { version, section, question }]);
      }
    }
  }
  return history;
}
