import { compile, type CompiledQuestion } from './compile';
import { holds } from './conditions';
import type { Answer, CleanResponse, Definition } from './definition';
import { randomFrom, seedOf, type Weights } from './generate-random';
import { samplerFor, type Sampler } from './generate-samplers';

/** How made-up people answer one question; which of these a type of question reads is said beside the demonstration data. */
export interface QuestionModel {
  readonly weights?: Weights;
  readonly chances?: Weights;
  readonly rows?: Readonly<Record<string, Weights>>;
  readonly rowChances?: Readonly<Record<string, Weights>>;
  readonly yearsAgo?: Weights;
  readonly chance?: number;
  readonly skip?: number;
  /** Families of texts to write from. */
  readonly texts?: readonly string[];
  readonly byRole?: Readonly<Record<string, QuestionModel>>;
}

export interface AnswerModel {
  /** Chance of leaving an optional question without an answer, unless the question has its own. */
  readonly skip?: number;
  readonly questions: Readonly<Record<string, QuestionModel>>;
  readonly otherTexts: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, readonly (string | { text: string; roles: readonly string[] })[]>>;
}

export const NO_MODEL: AnswerModel = { questions: {}, otherTexts: {}, texts: {} };

/**
 * Makes up plausible responses to a questionnaire: the nth of a seed is always the same, whatever was made before it.
 * They are valid and in the form responses are kept in. Questions the model does not know are answered evenly.
 */
export function responseGenerator(
  definition: Definition,
  model: AnswerModel,
): (seed: number, index: number, day: string) => CleanResponse {
  const { sections, profile } = compile(definition);
  const roleQuestion = profile.find(([dimension]) => dimension === 'role')?.[1];
  const samplers = new Map<string, Map<CompiledQuestion, Sampler>>();
  const samplerOf = (compiled: CompiledQuestion, role: string) => {
    let ofRole = samplers.get(role);
    if (ofRole === undefined) samplers.set(role, (ofRole = new Map<CompiledQuestion, Sampler>()));
    let sampler = ofRole.get(compiled);
    if (sampler === undefined) ofRole.set(compiled, (sampler = roleSampler(compiled, role, model)));
    return sampler;
  };
  return (seed, index, day) => {
    const draw = { random: randomFrom(seedOf(seed, index)), day };
    const answers: Record<string, Answer> = {};
    const skipped: string[] = [];
    const answerTo = (code: string) => answers[code];
    for (const { section, questions } of sections) {
      if (section.showIf && !holds(section.showIf, answerTo)) continue;
      for (const compiled of questions) {
        const { showIf } = compiled.question;
        if (showIf && !holds(showIf, answerTo)) continue;
        const role = roleQuestion === undefined ? undefined : answers[roleQuestion];
        const answer = samplerOf(compiled, typeof role === 'string' ? role : '')(draw);
        if (answer === undefined) skipped.push(compiled.code);
        else answers[compiled.code] = answer;
      }
    }
    return { answers, skipped };
  };
}

function roleSampler(compiled: CompiledQuestion, role: string, model: AnswerModel): Sampler {
  const { byRole, ...common } = model.questions[compiled.code] ?? {};
  const question = { ...common, ...byRole?.[role] };
  const texts = (question.texts ?? [])
    .flatMap((family) => model.texts[family] ?? [])
    .flatMap((words) => {
      if (typeof words === 'string') return words;
      return words.roles.includes(role) ? words.text : [];
    });
  const otherTexts = model.otherTexts[compiled.code] ?? [];
  return samplerFor({ compiled, model: question, otherTexts, texts }, model);
}
