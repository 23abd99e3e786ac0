import { canonicalJson } from './canonical';
import { type DefinitionVersion } from './columns';
import {
  PROFILE_DIMENSIONS,
  type Condition,
  type Definition,
  type Option,
  type ProfileDimension,
  type Question,
  type Section,
} from './definition';
import { UNKNOWN_PROFILE } from './profile';
import { countedCells, type CountedCells } from './results-cells';
import { optionsOf, type Territories } from './results-options';

/** A question of a questionnaire, its versions merged by code, and what is counted of it. */
export interface FormQuestion extends CountedCells {
  readonly question: Question;
  /** The question as each version has it, latest first; number questions are read with the bounds of all. */
  readonly variants: readonly Question[];
  readonly section: string;
  /** When it is shown, its section's condition included; null: to everybody. Undefined: not the same in all versions. */
  readonly condition: Condition | null | undefined;
}

/**
 * A dimension results may be crossed by: the question that feeds it, the same in all versions, and its values with
 * their labels, unknown last.
 */
export interface FormDimension {
  readonly dimension: ProfileDimension;
  readonly question: string;
  readonly values: readonly Option[];
}

/** All that reading tallies takes. Make it once per questionnaire, not once per slice. */
export interface ResultForm {
  readonly questions: readonly FormQuestion[];
  readonly dimensions: readonly FormDimension[];
}

const UNKNOWN_VALUE: Option = { code: UNKNOWN_PROFILE, label: { fr: 'Non précisé', en: 'Not specified' } };

/**
 * The versions of a questionnaire merged by code: in the order of the latest one, then what only older ones had.
 * `territories` lists and names what people could choose from; a list never depends on the answers, so that a territory
 * nobody chose does not show by its absence.
 */
export function resultForm(
  versions: readonly DefinitionVersion[],
  territories: Territories = {},
): ResultForm {
  const definitions = [...versions].sort((a, b) => b.version - a.version).map(({ definition }) => definition);
  const places = definitions.map(placesByCode);
  const codes = new Set(places.flatMap((byCode) => [...byCode.keys()]));
  const questions = [...codes].map((code) => {
    const found = places.flatMap((byCode) => byCode.get(code) ?? []);
    const conditions = places.map((byCode) => conditionAt(byCode.get(code)));
    return mergeQuestion(found, conditions, territories);
  });
  const dimensions = PROFILE_DIMENSIONS.flatMap((dimension) => {
    const [fed, ...others] = questions.filter(({ variants }) =>
      variants.some((question) => question.profile === dimension),
    );
    if (fed === undefined || others.length > 0) return [];
    if (fed.variants.some((question) => question.profile !== dimension)) return [];
    const values = [...optionsOf(fed.question, territories), UNKNOWN_VALUE];
    return [{ dimension, question: fed.question.code, values }];
  });
  return { questions, dimensions };
}

interface Place {
  readonly section: Section;
  readonly question: Question;
}

function placesByCode(definition: Definition): Map<string, Place> {
  const places = definition.sections.flatMap((section) =>
    section.questions.map((question) => ({ section, question })),
  );
  return new Map(places.map((place) => [place.question.code, place]));
}

/** Undefined where a version has no such question. */
function conditionAt(place: Place | undefined): Condition | null | undefined {
  if (place === undefined) return undefined;
  const parts = [place.section.showIf, place.question.showIf].filter((part) => part !== undefined);
  return parts.length === 0 ? null : { all: parts };
}

function mergeQuestion(
  places: readonly Place[],
  conditions: readonly (Condition | null | undefined)[],
  territories: Territories,
): FormQuestion {
  const [latest] = places;
  if (latest === undefined) throw new Error('A question of no version');
  const variants = places
    .map(({ question }) => question)
    .filter((question) => question.type === latest.question.type);
  const [condition] = conditions;
  const isSame = conditions.every(
    (other) => other !== undefined && canonicalJson(other) === canonicalJson(condition),
  );
  const question = mergeVariants(latest.question, variants);
  return {
    question,
    variants,
    section: latest.section.code,
    condition: isSame ? condition : undefined,
    ...countedCells(question, variants, territories),
  };
}

function mergeVariants(latest: Question, variants: readonly Question[]): Question {
  if (variants.length === 1) return latest;
  const { min: _min, max: _max, ...kept } = latest;
  const options = unionByCode(variants.map((question) => question.options ?? []));
  const rows = unionByCode(variants.map((question) => question.rows ?? []));
  return {
    ...kept,
    ...mergedBounds(latest, variants),
    required: variants.every((question) => question.required === true),
    ...(options.length > 0 && { options }),
    ...(rows.length > 0 && { rows }),
    ...(variants.some((question) => question.other) && { other: true }),
    ...(latest.levels && { levels: [...new Set(variants.flatMap((question) => question.levels ?? []))] }),
  };
}

/** The widest bounds of a value; for a number of choices, the bounds only if all versions agree. */
function mergedBounds(latest: Question, variants: readonly Question[]): Pick<Question, 'min' | 'max'> {
  const mins = variants.map(({ min }) => min).filter((min) => min !== undefined);
  const maxs = variants.map(({ max }) => max).filter((max) => max !== undefined);
  const isChoice = latest.type === 'multiple' || latest.type === 'ranking';
  const spread = (bounds: readonly (number | string)[]) => new Set(bounds).size > 1;
  const isBounded = (bounds: readonly (number | string)[]) =>
    bounds.length === variants.length && !(isChoice && spread(bounds));
  const [min] = [...mins].sort(ascending);
  const max = [...maxs].sort(ascending).at(-1);
  return {
    ...(isBounded(mins) && min !== undefined && { min }),
    ...(isBounded(maxs) && max !== undefined && { max }),
  };
}

const ascending = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);

function unionByCode(lists: readonly (readonly Option[])[]): Option[] {
  const byCode = new Map<string, Option>();
  for (const option of lists.flat()) if (!byCode.has(option.code)) byCode.set(option.code, option);
  return [...byCode.values()];
}
