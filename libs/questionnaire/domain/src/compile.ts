import {
  type Condition,
  type Definition,
  type ProfileDimension,
  type Question,
  type Section,
} from './definition';

export interface CompiledQuestion {
  readonly code: string;
  readonly question: Question;
  /** Position of each option; "other", when offered, stands last. */
  readonly choices: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
  readonly exclusive: ReadonlySet<string>;
  /** Whether a condition somewhere looks at this question's answer. */
  readonly isWatched: boolean;
}

export interface CompiledSection {
  readonly section: Section;
  readonly questions: readonly CompiledQuestion[];
}

export interface CompiledDefinition {
  readonly sections: readonly CompiledSection[];
  readonly questions: ReadonlyMap<string, CompiledQuestion>;
  readonly profile: readonly (readonly [ProfileDimension, string])[];
}

const known = new WeakMap<Definition, CompiledDefinition>();

/** The indexes of a parsed definition, made once per definition object. A definition never changes: do not mutate it. */
export function compile(definition: Definition): CompiledDefinition {
  const kept = known.get(definition);
  if (kept) return kept;
  const made = index(definition);
  known.set(definition, made);
  return made;
}

function index(definition: Definition): CompiledDefinition {
  const watched = watchedQuestions(definition);
  const sections = definition.sections.map((section) => ({
    section,
    questions: section.questions.map((question) => indexQuestion(question, watched)),
  }));
  const questions = sections.flatMap((section) => section.questions);
  return {
    sections,
    questions: new Map(questions.map((question) => [question.code, question])),
    profile: questions.flatMap(({ code, question }) =>
      question.profile ? [[question.profile, code] as const] : [],
    ),
  };
}

function indexQuestion(question: Question, watched: ReadonlySet<string>): CompiledQuestion {
  const options = question.options ?? [];
  const codes = options.map((option) => option.code);
  if (question.other) codes.push('other');
  return {
    code: question.code,
    question,
    choices: new Map(codes.map((code, position) => [code, position])),
    rows: new Map((question.rows ?? []).map((row, position) => [row.code, position])),
    exclusive: new Set(options.filter((option) => option.exclusive).map((option) => option.code)),
    isWatched: watched.has(question.code),
  };
}

function watchedQuestions(definition: Definition): ReadonlySet<string> {
  const watched = new Set<string>();
  const collect = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(collect);
    else if ('any' in condition) condition.any.forEach(collect);
    else if ('not' in condition) collect(condition.not);
    else watched.add(condition.question);
  };
  for (const section of definition.sections) {
    if (section.showIf) collect(section.showIf);
    for (const question of section.questions) if (question.showIf) collect(question.showIf);
  }
  return watched;
}
