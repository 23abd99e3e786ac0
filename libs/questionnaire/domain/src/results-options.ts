import type { Label, Option, Question, QuestionType, TerritoryLevel } from './definition';
import { frenchNumber } from './french';
import { levelsOf } from './kinds/territory';
import { bucketsOf, type Bucket } from './tally-buckets';
import { periodsOf } from './tally-periods';
import { territoryCode } from './tally';

/** What people could choose from, by level. Establishments are counted together and need no list. */
export type Territories = Readonly<Partial<Record<TerritoryLevel, readonly Option[]>>>;

const OTHER: Option = { code: 'other', label: { fr: 'Autre', en: 'Other' } };
const YES: Option = { code: 'true', label: { fr: 'Oui', en: 'Yes' } };
const ESTABLISHMENT: Option = { code: 'etablissement', label: { fr: 'Un établissement', en: 'A school' } };

const offered = ({ options = [], other }: Question): readonly Option[] =>
  other ? [...options, OTHER] : options;

function steps({ min, max }: Question): readonly Option[] {
  const [first, last] = [Number(min), Number(max)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const code = String(first + index);
    return { code, label: code };
  });
}

function bucketLabel({ from, to }: Bucket): Label {
  if (from === null) return { fr: 'moins de 0', en: 'under 0' };
  if (to === null) return { fr: `${frenchNumber(from)} ou plus`, en: `${String(from)} or more` };
  if (from === to) return frenchNumber(from);
  return { fr: `${frenchNumber(from)} à ${frenchNumber(to)}`, en: `${String(from)} to ${String(to)}` };
}

const none = (): readonly Option[] => [];

const OPTIONS = {
  single: offered,
  multiple: offered,
  ranking: offered,
  matrix: offered,
  matrixMultiple: offered,
  scale: steps,
  consent: () => [YES],
  number: (question) =>
    bucketsOf(question).map((bucket) => ({ code: bucket.code, label: bucketLabel(bucket) })),
  date: (question) => periodsOf(question).map(({ code }) => ({ code, label: code })),
  territory: (question, territories) =>
    levelsOf(question).flatMap((level) =>
      level === 'etablissement'
        ? [ESTABLISHMENT]
        : (territories[level] ?? []).map(({ code, label }) => ({
            code: territoryCode({ level, code }),
            label,
          })),
    ),
  text: none,
  longText: none,
  file: none,
} satisfies Record<QuestionType, (question: Question, territories: Territories) => readonly Option[]>;

/** The answers of a question that are counted one by one, with their labels; for a matrix, its columns. */
export function optionsOf(question: Question, territories: Territories): readonly Option[] {
  return OPTIONS[question.type](question, territories);
}
