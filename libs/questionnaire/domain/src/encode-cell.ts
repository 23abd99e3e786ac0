import { type Column, type ColumnKind } from './columns';
import { type Answer, type CleanResponse } from './definition';
import { isRecord, own } from './json';

/** Why a cell holds no answer: hidden by a condition, shown and left empty, or not in that version of the form. */
export const MISSING = {
  notShown: 'NON_POSEE',
  skipped: 'SANS_REPONSE',
  notInVersion: 'HORS_VERSION',
} as const;

/** An answer, or one of MISSING. */
export type Cell = string | number;

const ENCODERS = {
  value: encodeValue,
  chosen: (answer, { option }) => (chosenCodes(answer).includes(option) ? 1 : 0),
  row: (answer, column) => {
    const chosen = cellOf(answer, column);
    return typeof chosen === 'string' ? chosen : MISSING.skipped;
  },
  rowChosen: (answer, column) => {
    const chosen = cellOf(answer, column);
    if (!Array.isArray(chosen)) return MISSING.skipped;
    return chosen.includes(column.option) ? 1 : 0;
  },
  rank: (answer, { option }) => {
    const rank = chosenCodes(answer).indexOf(option) + 1;
    return rank > 0 ? rank : MISSING.skipped;
  },
  otherText: (answer) => {
    const other = (Array.isArray(answer) ? answer : [answer]).find((choice) => isRecord(choice));
    return other && 'text' in other ? String(other.text) : MISSING.skipped;
  },
  territoryLevel: (answer) =>
    isRecord(answer) && 'level' in answer ? String(answer.level) : MISSING.skipped,
} satisfies Record<ColumnKind, (answer: Answer, column: Column) => Cell>;

/**
 * One cell of an export: the reference that any faster encoding must equal. `clean` comes from `cleanAnswers` under the
 * definition numbered `version`. Chosen boxes are 1, the others of an answered question 0; a box of consent left unticked
 * is 0 too; unranked options and unanswered rows of an answered question, and the text of an "other" that was not
 * chosen, are SANS_REPONSE. Ids of files are separated by a space.
 */
export function encodeCell(column: Column, clean: CleanResponse, version: number): Cell {
  if (!column.versions.includes(version)) return MISSING.notInVersion;
  const answer = own(clean.answers, column.question) as Answer | undefined;
  if (answer !== undefined) return ENCODERS[column.kind](answer, column);
  if (!clean.skipped.includes(column.question)) return MISSING.notShown;
  return column.type === 'consent' ? 0 : MISSING.skipped;
}

function encodeValue(answer: Answer): Cell {
  if (typeof answer === 'boolean') return answer ? 1 : 0;
  if (Array.isArray(answer)) return answer.join(' ');
  if (!isRecord(answer)) return answer as Cell;
  return String('option' in answer ? answer.option : answer.code);
}

function chosenCodes(answer: Answer): readonly unknown[] {
  if (!Array.isArray(answer)) return [];
  return answer.map((choice) => (isRecord(choice) ? choice.option : choice));
}

function cellOf(answer: Answer, { row }: Column): unknown {
  return isRecord(answer) && row !== undefined ? own(answer, row) : undefined;
}
