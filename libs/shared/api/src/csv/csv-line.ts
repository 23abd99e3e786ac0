import type { Dialect } from './csv-dialect';

/** Tells spreadsheets that the file is in UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One record: cells quoted where they need it, ended by CRLF. */
export function csvLine(cells: readonly string[], { delimiter }: Dialect): string {
  const needsQuotes = (cell: string) => cell.includes(delimiter) || /["\r\n]/.test(cell);
  const written = cells.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(delimiter)}\r\n`;
}
