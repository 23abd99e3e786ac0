import {
  labelText,
  type Definition,
  type ProfileDimension,
  type Question,
} from '@preau/questionnaire-domain';

/** A theme as the consultation shows it. */
export interface ThemeMark {
  readonly slug: string;
  readonly shortTitle: string;
  readonly accent: string;
  readonly pictogram: string;
}

/** One page of results: a section of the form, with the mark of its theme. */
export interface ResultsSection {
  readonly code: string;
  /** What the address calls it: its theme, or its own code when it has none of its own. */
  readonly key: string;
  readonly title: string;
  readonly theme: ThemeMark | null;
  readonly questions: ReadonlyMap<string, Question>;
}

export function sectionsOf(definition: Definition, themes: readonly ThemeMark[]): ResultsSection[] {
  const taken = new Set<string>();
  return definition.sections.map(({ code, theme, title, questions }) => {
    const key = theme && !taken.has(theme) ? theme : code;
    taken.add(key);
    return {
      code,
      key,
      title: labelText(title),
      theme: themes.find(({ slug }) => slug === theme) ?? null,
      questions: new Map(questions.map((question) => [question.code, question])),
    };
  });
}

/** The section an address names; else the first theme: people come for the answers, not for who gave them. */
export function currentSection(
  sections: readonly ResultsSection[],
  wanted: string | null,
): ResultsSection | undefined {
  return (
    sections.find(({ key, code }) => key === wanted || code === wanted) ??
    sections.find(({ theme }) => theme) ??
    sections[0]
  );
}

/** A question of the profile results may be compared by. */
export interface ProfileQuestion {
  readonly code: string;
  readonly dimension: ProfileDimension;
  /** The section its figures, hence its values, are read with. */
  readonly section: string;
}

export function profileQuestions(definition: Definition): ProfileQuestion[] {
  return definition.sections.flatMap((section) =>
    section.questions.flatMap(({ code, profile }) =>
      profile ? [{ code, dimension: profile, section: section.code }] : [],
    ),
  );
}
