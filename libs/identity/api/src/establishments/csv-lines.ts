import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';

export interface DirectoryFault {
  /** Of the file, from 1; that of the names of the columns is 1. */
  readonly line: number;
  readonly fault: string;
}

export interface CsvLine {
  /** Values by the names of their columns in lower case. */
  readonly record: Readonly<Record<string, string>>;
  readonly line: number;
}

/** The file is not what it should be: nothing was read of it. */
export class NotTheDirectory extends Error {}

/**
 * Gives the lines of a CSV, one after the other and no faster than they are taken, whatever its separator, its byte order
 * mark and the order of its columns. Throws `NotTheDirectory` when columns are missing.
 */
export async function readCsvLines(
  file: Readable,
  required: readonly string[],
  take: (lines: AsyncIterable<CsvLine>) => Promise<void>,
): Promise<void> {
  const records = parse({
    bom: true,
    delimiter: [';', ',', '\t'],
    columns: (names: string[]) => columnNames(names, required),
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 100_000,
  });
  await pipeline(file, records, (source: AsyncIterable<Parsed>) => take(numbered(source)));
}

interface Parsed {
  readonly record: CsvLine['record'];
  readonly info: { readonly lines: number };
}

async function* numbered(source: AsyncIterable<Parsed>): AsyncGenerator<CsvLine> {
  for await (const { record, info } of source) yield { record, line: info.lines };
}

function columnNames(names: readonly string[], required: readonly string[]): string[] {
  const found = names.map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !found.includes(name));
  if (missing.length > 0) throw new NotTheDirectory(`Il manque des colonnes\u00a0: ${missing.join(', ')}.`);
  return found;
}
