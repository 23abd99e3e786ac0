import {
  columnsOf,
  labelText,
  MISSING,
  type Column,
  type ColumnKind,
  type DefinitionVersion,
  type Question,
} from '@preau/questionnaire-domain';
import { valuesOf } from './codebook-values';
import { type Dialect, neutralised } from '@preau/shared-api';
import { questionHistory, type AskedQuestion } from '../question-history';
import { fixedNames } from '../responses/responses-copy';

const FIELDS = [
  'line',
  'column',
  'value',
  'label',
  'option',
  'content',
  'question',
  'type',
  'section',
  'versions',
  'required',
  'missing',
] as const;
type Field = (typeof FIELDS)[number];
type Line = Partial<Record<Field, string>>;

/** What an author worded; the rest are codes and numbers. */
const WORDED: ReadonlySet<Field> = new Set(['label', 'option', 'content', 'section']);

const FIXED_LABELS = [
  'Identifiant de la réponse, tiré de son reçu sans permettre de le retrouver',
  'Version du questionnaire à laquelle la personne a répondu',
  'Jour de l’envoi, à Paris',
  'Façon dont la réponse est parvenue',
];

const MISSING_LABELS: Record<keyof typeof MISSING, string> = {
  notShown: 'La question n’a pas été posée, du fait des réponses précédentes',
  skipped: 'La question a été posée et laissée sans réponse',
  notInVersion: 'La question, ou ce choix, n’est pas dans la version à laquelle la personne a répondu',
};

const CONTENTS: Record<Exclude<ColumnKind, 'value'>, string> = {
  chosen: '1 si ce choix est pris, 0 sinon',
  row: 'Code du choix pris sur cette ligne',
  rowChosen: '1 si ce choix est pris sur cette ligne, 0 sinon',
  rank: 'Rang donné à ce choix, à partir de 1',
  otherText: 'Texte',
  territoryLevel: 'Niveau du territoire',
};

/**
 * What every column of an export means, a header then three kinds of line: `column`, one per column in their order;
 * `value` after it, one per code it may hold; `missing` at the end, why a cell holds no answer. Wording and obligation are
 * those of the latest version that has the column; `missing` lists the only kinds this column can hold.
 */
export function codebook(
  definitions: readonly DefinitionVersion[],
  dialect: Dialect,
): readonly (readonly string[])[] {
  const columns = columnsOf(definitions);
  const history = questionHistory(definitions);
  const versions = definitions.map(({ version }) => version);
  const names = fixedNames(columns.map(({ name }) => name));
  const lines: Line[] = [
    ...names.map((column, index) => ({ line: 'column', column, label: FIXED_LABELS[index] })),
    ...columns.flatMap((column) => {
      const asked = (history.get(column.question) ?? []).filter(({ version }) =>
        column.versions.includes(version),
      );
      const [latest] = asked;
      if (!latest) return [];
      const described = {
        ...describe(column, latest, dialect),
        missing: missingIn(column, asked, versions).join(' '),
      };
      const values = valuesOf(column, asked).map(({ versions: offered, ...value }) => ({
        line: 'value',
        column: column.name,
        ...value,
        versions: offered.join(' '),
      }));
      return [described, ...values];
    }),
    ...Object.entries(MISSING).map(([kind, value]) => ({
      line: 'missing',
      value,
      label: MISSING_LABELS[kind as keyof typeof MISSING],
    })),
  ];
  return [FIELDS, ...lines.map(cellsOf)];
}

function cellsOf(line: Line): readonly string[] {
  return FIELDS.map((field) => {
    const cell = line[field] ?? '';
    return WORDED.has(field) ? neutralised(cell) : cell;
  });
}

function describe(column: Column, { section, question }: AskedQuestion, dialect: Dialect): Line {
  const label = labelText(question.label);
  return {
    line: 'column',
    column: column.name,
    label,
    // The label of a column is its question's, then those of its row and its option.
    option: column.label.slice(label.length).replace(/^ — /, ''),
    content: column.kind === 'value' ? contentOf(question, dialect) : CONTENTS[column.kind],
    question: column.question,
    type: column.type,
    section: labelText(section.title),
    versions: column.versions.join(' '),
    required: question.required ? '1' : '0',
  };
}

function contentOf(question: Question, { decimalMark }: Dialect): string {
  switch (question.type) {
    case 'scale':
      return 'Degré';
    case 'number': {
      const unit = question.unit ? ` (${labelText(question.unit)})` : '';
      return `Nombre${unit}${question.decimals ? `, décimales après « ${decimalMark} »` : ''}`;
    }
    case 'date':
      return 'Jour, AAAA-MM-JJ';
    case 'territory':
      return 'Code du territoire';
    case 'consent':
      return '1 si la case est cochée, 0 sinon';
    case 'file':
      return 'Identifiants de fichiers, séparés par une espace';
    case 'text':
    case 'longText':
      return 'Texte';
    case 'single':
    case 'multiple':
    case 'ranking':
    case 'matrix':
    case 'matrixMultiple':
      return 'Code du choix';
  }
}

function missingIn(
  column: Column,
  asked: readonly AskedQuestion[],
  versions: readonly number[],
): readonly string[] {
  const isConditional = asked.some(({ section, question }) => section.showIf ?? question.showIf);
  const mayBeEmpty = asked.some(({ question }) => mayLeaveEmpty(column, question));
  const isInAll = versions.every((version) => column.versions.includes(version));
  return [
    ...(isConditional ? [MISSING.notShown] : []),
    ...(mayBeEmpty ? [MISSING.skipped] : []),
    ...(isInAll ? [] : [MISSING.notInVersion]),
  ];
}

function mayLeaveEmpty({ kind }: Column, { type, required, min, max }: Question): boolean {
  if (type === 'consent') return false;
  if (kind === 'otherText' || !required) return true;
  // A required ranking orders every option, unless it says how many.
  return kind === 'rank' && (min !== undefined || max !== undefined);
}
