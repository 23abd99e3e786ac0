import { BYTE_ORDER_MARK, csvLine, dialectOf, neutralised } from '@preau/shared-api';
import type { DataRow } from './personal-data-sources';

/** How large, in characters, the pieces are that a file is kept and sent in. */
const PIECE = 64 * 1024;
const FRENCH = dialectOf();

export const FORMATS = ['json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** One way of writing lines: what comes before, each line (knowing whether it is the first), what comes after. */
interface Writing {
  readonly head: string;
  readonly line: (row: DataRow, isFirst: boolean) => string;
  readonly tail: string;
}

export function writingOf(format: Format, columns: readonly string[]): Writing {
  if (format === 'csv') {
    return {
      head: BYTE_ORDER_MARK + csvLine(columns, FRENCH),
      line: (row) =>
        csvLine(
          columns.map((column) => csvCell(row[column])),
          FRENCH,
        ),
      tail: '',
    };
  }
  return {
    head: '[',
    line: (row, isFirst) =>
      `${isFirst ? '' : ','}\n${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}`,
    tail: '\n]\n',
  };
}

/** A file of these rows, in pieces. */
export async function* piecesOf(
  format: Format,
  columns: readonly string[],
  rows: AsyncIterable<DataRow>,
): AsyncGenerator<Buffer> {
  const { head, line, tail } = writingOf(format, columns);
  let text = head;
  let isFirst = true;
  for await (const row of rows) {
    text += line(row, isFirst);
    isFirst = false;
    if (text.length >= PIECE) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + tail);
}

/** People's own words may begin as a formula; what is not a text never does. */
function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return neutralised(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'number' ? String(value) : neutralised(JSON.stringify(value));
}
