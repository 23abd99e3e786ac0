import { type CompiledQuestion } from '../compile';
import { isRecord, own } from '../json';
import { labelText } from '../label';
import { type CheckContext, isBlankList, isBlankValue, type Kind } from './kind';

/** Enough of an unknown key to recognise it. */
const SHOWN_KEY_LENGTH = 40;

type Cell = string | readonly string[];

/** `{ "row1": "agree" }` or, several per row, `{ "row1": ["a", "b"] }`. Required, every row is. */
export const matrix: Kind = {
  isBlank: (raw) => isBlankValue(raw) || (isRecord(raw) && Object.values(raw).every(isBlankList)),
  read: (compiled, raw) => {
    if (!isRecord(raw)) return undefined;
    const kept: Record<string, Cell> = {};
    for (const row of compiled.rows.keys()) {
      const cell = readCell(compiled, own(raw, row));
      if (cell !== undefined) kept[row] = cell;
    }
    return Object.keys(kept).length > 0 ? kept : undefined;
  },
  check: (compiled, raw, context) => {
    if (!isRecord(raw)) return context.report([], 'WRONG_TYPE');
    for (const key of Object.keys(raw)) {
      if (!compiled.rows.has(key)) context.report([key.slice(0, SHOWN_KEY_LENGTH)], 'UNKNOWN_ROW');
    }
    for (const row of compiled.question.rows ?? []) {
      const cell = own(raw, row.code);
      if (!isBlankList(cell)) checkCell(compiled, cell, row.code, context);
      else if (compiled.question.required) {
        context.report([row.code], 'INCOMPLETE_MATRIX', { name: labelText(row.label) });
      }
    }
  },
};

function readCell({ question, choices }: CompiledQuestion, raw: unknown): Cell | undefined {
  if (question.type === 'matrix') return typeof raw === 'string' && choices.has(raw) ? raw : undefined;
  if (!Array.isArray(raw)) return undefined;
  const given = new Set<unknown>(raw);
  const chosen = [...choices.keys()].filter((code) => given.has(code));
  return chosen.length > 0 ? chosen : undefined;
}

function checkCell(
  { question, choices }: CompiledQuestion,
  raw: unknown,
  row: string,
  { report }: CheckContext,
): void {
  if (question.type === 'matrix') {
    if (typeof raw !== 'string') report([row], 'WRONG_TYPE');
    else if (!choices.has(raw)) report([row], 'UNKNOWN_OPTION');
    return;
  }
  if (!Array.isArray(raw)) return report([row], 'WRONG_TYPE');
  const chosen = new Set<string>();
  raw.forEach((code: unknown, position) => {
    if (typeof code !== 'string') report([row, position], 'WRONG_TYPE');
    else if (!choices.has(code)) report([row, position], 'UNKNOWN_OPTION');
    else if (chosen.has(code)) report([row, position], 'DUPLICATE_OPTION');
    else chosen.add(code);
  });
}
