import { type Definition, type Option, type Question, type QuestionType } from './definition';
import { labelText } from './label';
import { levelsOf } from './kinds/territory';

/**
 * value: the answer itself · chosen: 1 when this option of a multiple choice was taken · row: the option taken in this row ·
 * rowChosen: 1 when this option was taken in this row · rank: the rank given to this option · otherText: the words after
 * "Autre" · territoryLevel: which kind of territory `value` names.
 */
export type ColumnKind = 'value' | 'chosen' | 'row' | 'rowChosen' | 'rank' | 'otherText' | 'territoryLevel';

/** A column of an export, the same for every version of the questionnaire. */
export interface Column {
  /** `code`, `code__option`, `code__row`, `code__row__option`, `code__other_text` or `code__level`. */
  readonly name: string;
  readonly question: string;
  readonly kind: ColumnKind;
  readonly option?: string;
  readonly row?: string;
  /** As in the latest version that has the column. */
  readonly type: QuestionType;
  /** Versions in which this very column exists, ascending: an option added later was not offered before. */
  readonly versions: readonly number[];
  /** French, from the latest version that has the column. */
  readonly label: string;
}

export interface DefinitionVersion {
  readonly version: number;
  readonly definition: Definition;
}

type Part = Pick<Column, 'kind' | 'option' | 'row'> & { readonly suffix: string; readonly words: string };

const VALUE: Part = { kind: 'value', suffix: '', words: '' };
const OTHER: Option = { code: 'other', label: 'Autre' };
const asValue = (): readonly Part[] => [VALUE];

const PARTS = {
  single: (question) => [VALUE, ...otherText(question)],
  multiple: (question) => [
    ...offered(question).map((option) => part('chosen', { option })),
    ...otherText(question),
  ],
  scale: asValue,
  number: asValue,
  text: asValue,
  longText: asValue,
  date: asValue,
  ranking: (question) => offered(question).map((option) => part('rank', { option })),
  matrix: (question) => (question.rows ?? []).map((row) => part('row', { row })),
  matrixMultiple: (question) =>
    (question.rows ?? []).flatMap((row) =>
      offered(question).map((option) => part('rowChosen', { row, option })),
    ),
  territory: (question) =>
    levelsOf(question).length > 1
      ? [VALUE, { kind: 'territoryLevel', suffix: '__level', words: 'niveau' }]
      : [VALUE],
  consent: asValue,
  file: asValue,
} satisfies Record<QuestionType, (question: Question) => readonly Part[]>;

/**
 * The columns of an export of one questionnaire, its versions merged by code: in the order of the latest version, then
 * what only older versions had (an option beside its question, a question at the end).
 */
export function columnsOf(definitions: readonly DefinitionVersion[]): readonly Column[] {
  const byQuestion = new Map<string, Map<string, Column>>();
  for (const { version, definition } of [...definitions].sort((a, b) => b.version - a.version)) {
    for (const question of definition.sections.flatMap((section) => section.questions)) {
      const columns = byQuestion.get(question.code) ?? new Map<string, Column>();
      byQuestion.set(question.code, columns);
      for (const column of columnsOfQuestion(question, version)) {
        const later = columns.get(column.name);
        columns.set(column.name, later ? { ...later, versions: [version, ...later.versions] } : column);
      }
    }
  }
  return [...byQuestion.values()].flatMap((columns) => [...columns.values()]);
}

function columnsOfQuestion(question: Question, version: number): readonly Column[] {
  const parts: readonly Part[] = PARTS[question.type](question);
  return parts.map(({ suffix, words, ...what }) => ({
    name: question.code + suffix,
    question: question.code,
    ...what,
    type: question.type,
    versions: [version],
    label: [labelText(question.label), words].filter(Boolean).join(' — '),
  }));
}

function part(kind: ColumnKind, { row, option }: { row?: Option; option?: Option }): Part {
  const named = [row, option].filter((item) => item !== undefined);
  return {
    kind,
    ...(row && { row: row.code }),
    ...(option && { option: option.code }),
    suffix: named.map(({ code }) => `__${code}`).join(''),
    words: named.map(({ label }) => labelText(label)).join(' — '),
  };
}

function offered({ options = [], other }: Question): readonly Option[] {
  return other ? [...options, OTHER] : options;
}

function otherText({ other }: Question): readonly Part[] {
  return other ? [{ kind: 'otherText', suffix: '__other_text', words: 'Autre, précisez' }] : [];
}
