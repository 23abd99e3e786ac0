import reference from '@preau/data/territories.json' with { type: 'json' };
import {
  labelText,
  levelsOf,
  type Column,
  type ColumnKind,
  type Question,
  type QuestionType,
  type TerritoryLevel,
} from '@preau/questionnaire-domain';
import type { AskedQuestion } from '../question-history';

interface Value {
  readonly value: string;
  readonly label: string;
}

/** A code a column may hold, and the versions in which it may. */
export interface CodedValue extends Value {
  readonly versions: readonly number[];
}

const LEVEL_LABELS: Record<TerritoryLevel, string> = {
  academie: 'Académie',
  departement: 'Département',
  etablissement: 'Établissement',
};

const named = ({ code, name }: { code: string; name: string }): Value => ({ value: code, label: name });
const academies = reference.regions.flatMap((region) => region.academies);

/** Establishments are known by their national code (UAI): too many to list. */
const TERRITORIES: Record<TerritoryLevel, readonly Value[]> = {
  academie: [...academies, ...reference.outsideAcademies.territories].map(named),
  departement: academies.flatMap((academie) => academie.departements).map(named),
  etablissement: [],
};

const none = (): readonly Value[] => [];
const options = ({ options: offered = [], other }: Question): readonly Value[] => [
  ...offered.map(({ code, label }) => ({ value: code, label: labelText(label) })),
  ...(other ? [{ value: 'other', label: 'Autre' }] : []),
];

const BY_TYPE: Record<QuestionType, (question: Question) => readonly Value[]> = {
  single: options,
  multiple: none,
  scale: degrees,
  number: none,
  text: none,
  longText: none,
  date: none,
  ranking: none,
  matrix: options,
  matrixMultiple: none,
  territory: (question) => levelsOf(question).flatMap((level) => TERRITORIES[level]),
  consent: none,
  file: none,
};

const BY_KIND: Record<ColumnKind, (question: Question) => readonly Value[]> = {
  value: (question) => BY_TYPE[question.type](question),
  row: (question) => BY_TYPE[question.type](question),
  chosen: none,
  rowChosen: none,
  rank: none,
  otherText: none,
  territoryLevel: (question) =>
    levelsOf(question).map((level) => ({ value: level, label: LEVEL_LABELS[level] })),
};

/** The codes a column may hold with their French words, in the order of the latest version, which words them too. */
export function valuesOf({ kind }: Column, asked: readonly AskedQuestion[]): readonly CodedValue[] {
  const merged = new Map<string, CodedValue>();
  for (const { version, question } of asked) {
    for (const value of BY_KIND[kind](question)) {
      const later = merged.get(value.value);
      merged.set(value.value, {
        ...(later ?? value),
        versions: [version, ...(later?.versions ?? [])],
      });
    }
  }
  return [...merged.values()];
}

/** Every step of a scale; its author puts words at both ends. */
function degrees({ min, max, minLabel, maxLabel }: Question): readonly Value[] {
  const [first, last] = [Number(min), Number(max)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const degree = first + index;
    const words = degree === first ? minLabel : degree === last ? maxLabel : undefined;
    return { value: String(degree), label: words ? labelText(words) : '' };
  });
}
