import type { CompiledQuestion } from './compile';
import type { Answer, ChoiceAnswer, QuestionType } from './definition';
import type { AnswerModel, QuestionModel } from './generate';
import { pick, picker, weightedOrder, type Random, type Weights } from './generate-random';
import { maxCharacters } from './kinds/text';
import { cleanText, countCharacters } from '@preau/shared-domain';

/** What an answer is drawn from; `day` is the day of the response. */
export interface Draw {
  readonly random: Random;
  readonly day: string;
}

/** Draws one answer in its clean form; undefined leaves the question without one. */
export type Sampler = (draw: Draw) => Answer | undefined;

/** What is known of a question when its sampler is made. */
export interface Sampled {
  readonly compiled: CompiledQuestion;
  readonly model: QuestionModel;
  readonly otherTexts: readonly string[];
  /** Texts that people of this role may write. */
  readonly texts: readonly string[];
}

/** What people write at "other" when the model has nothing for the question. */
const SOME_OTHER = 'Autre chose';
/** How often an option is chosen that the model says nothing of. */
const USUAL_CHANCE = 0.3;
/** Values drawn for numbers without bounds. */
const USUAL_RANGE = { min: 0, max: 10 };

const numericBound = (bound: number | string | undefined) => (typeof bound === 'number' ? bound : undefined);

/** The model's weights of the values that exist; all alike when it has none. */
function weightsOf(values: Iterable<string>, weights: Weights | undefined): Weights {
  const entries = [...values].map((value) => [value, weights ? (weights[value] ?? 0) : 1] as const);
  return Object.fromEntries(entries);
}

function choiceOf({ otherTexts }: Sampled, code: string, random: Random): ChoiceAnswer {
  return code === 'other' ? { option: 'other', text: pick(random, otherTexts) ?? SOME_OTHER } : code;
}

const single = (sampled: Sampled): Sampler => {
  const draw = picker(weightsOf(sampled.compiled.choices.keys(), sampled.model.weights));
  return ({ random }) => (draw ? choiceOf(sampled, draw(random), random) : undefined);
};

const multiple = (sampled: Sampled): Sampler => {
  const { compiled, model } = sampled;
  const { question, choices, exclusive } = compiled;
  const chanceOf = (code: string) => model.chances?.[code] ?? (model.chances ? 0 : USUAL_CHANCE);
  const codes = [...choices.keys()].filter((code) => !exclusive.has(code));
  const alone = [...exclusive];
  const fewest = Math.max(numericBound(question.min) ?? 0, question.required ? 1 : 0);
  const most = numericBound(question.max) ?? codes.length;
  return ({ random }) => {
    const exclusiveCode = alone.find((code) => random() < chanceOf(code));
    if (exclusiveCode !== undefined) return [exclusiveCode];
    const liked = codes.filter((code) => random() < chanceOf(code));
    if (liked.length === 0 && !question.required) return undefined;
    const kept = liked.length < fewest || liked.length > most ? adjusted(random, liked) : liked;
    return kept.map((code) => choiceOf(sampled, code, random));
  };
  function adjusted(random: Random, liked: readonly string[]): string[] {
    const order = shuffled(random, codes);
    const preferred = [
      ...order.filter((code) => liked.includes(code)),
      ...order.filter((code) => !liked.includes(code)),
    ];
    const kept = preferred.slice(0, Math.min(Math.max(liked.length, fewest), most));
    return codes.filter((code) => kept.includes(code));
  }
};

function shuffled(random: Random, codes: readonly string[]): string[] {
  return weightedOrder(random, Object.fromEntries(codes.map((code) => [code, 1])));
}

const number = ({ compiled: { question }, model }: Sampled): Sampler => {
  const min = numericBound(question.min) ?? USUAL_RANGE.min;
  const max = numericBound(question.max) ?? Math.max(USUAL_RANGE.max, min);
  const given = Object.entries(model.weights ?? {}).filter(
    ([key]) => Number(key) >= min && Number(key) <= max,
  );
  const draw = picker(Object.fromEntries(given));
  return ({ random }) =>
    draw
      ? Number(draw(random))
      : Math.ceil(min) + Math.floor(random() * (Math.floor(max) - Math.ceil(min) + 1));
};

const ranking = ({ compiled: { question, choices }, model }: Sampled): Sampler => {
  const weights = weightsOf(choices.keys(), model.weights);
  const most = numericBound(question.max) ?? choices.size;
  return ({ random }) => weightedOrder(random, weights).slice(0, most);
};

const matrix = ({ compiled: { choices, rows }, model }: Sampled): Sampler => {
  const draws = [...rows.keys()].map(
    (row) => [row, picker(weightsOf(choices.keys(), model.rows?.[row]))] as const,
  );
  return ({ random }) =>
    Object.fromEntries(draws.flatMap(([row, draw]) => (draw ? [[row, draw(random)]] : [])));
};

const matrixMultiple = ({ compiled: { question, choices, rows }, model }: Sampled): Sampler => {
  const codes = [...choices.keys()];
  return ({ random }) => {
    const answer: Record<string, readonly string[]> = {};
    for (const row of rows.keys()) {
      const chances = model.rowChances?.[row];
      const chosen = codes.filter((code) => random() < (chances ? (chances[code] ?? 0) : USUAL_CHANCE));
      const [first] = codes;
      if (chosen.length === 0 && question.required && first !== undefined) chosen.push(first);
      if (chosen.length > 0) answer[row] = chosen;
    }
    return Object.keys(answer).length > 0 ? answer : undefined;
  };
};

const territory = ({ model }: Sampled): Sampler => {
  const draw = picker(model.weights ?? {});
  return ({ random }) => (draw ? { level: 'academie', code: draw(random) } : undefined);
};

/** Any day of a drawn year, up to the day of the response. */
const date = ({ compiled: { question }, model }: Sampled): Sampler => {
  const draw = picker(model.yearsAgo ?? { 1: 1 });
  const [first, last] = [String(question.min ?? '1900-01-01'), String(question.max ?? '2999-12-31')];
  return ({ random, day }) => {
    const year = Number(day.slice(0, 4)) - Number(draw?.(random) ?? 0);
    const from = Date.UTC(year, 0, 1);
    const until = Math.min(Date.UTC(year, 11, 31), Date.parse(day));
    const days = Math.floor((until - from) / 86_400_000) + 1;
    const drawn = new Date(from + Math.floor(random() * days) * 86_400_000).toISOString().slice(0, 10);
    return drawn < first ? first : drawn > last ? last : drawn;
  };
};

const text = ({ compiled: { question }, model, texts }: Sampled): Sampler => {
  const years = model.yearsAgo && picker(model.yearsAgo);
  if (years) return ({ random, day }) => String(Number(day.slice(0, 4)) - Number(years(random)));
  const fitting = texts
    .map(cleanText)
    .filter((words) => countCharacters(words) <= maxCharacters(question) && question.validate === undefined);
  return ({ random }) => pick(random, fitting);
};

const SAMPLERS = {
  single,
  multiple,
  scale: number,
  number,
  date,
  ranking,
  matrix,
  matrixMultiple,
  territory,
  consent: () => () => true,
  text,
  longText: text,
  file: () => () => undefined,
} satisfies Record<QuestionType, (sampled: Sampled) => Sampler>;

/** The sampler of a question for one role, with the chance of leaving it empty applied. */
export function samplerFor(sampled: Sampled, { skip: usualSkip = 0 }: Pick<AnswerModel, 'skip'>): Sampler {
  const { compiled, model } = sampled;
  const { required, type } = compiled.question;
  const sample = SAMPLERS[type](sampled);
  if (required) return sample;
  const skip = model.chance === undefined ? (model.skip ?? usualSkip) : 1 - model.chance;
  return (draw) => (draw.random() < skip ? undefined : sample(draw));
}
