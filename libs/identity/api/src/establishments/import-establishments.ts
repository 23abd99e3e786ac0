import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { readCsvLines, type DirectoryFault } from './csv-lines';
import { COLUMNS, OPTIONAL_COLUMNS, readDirectoryLine, type DescribedEstablishment } from './directory-line';

/** Rows per statement: enough to be worth one, few enough to keep memory flat. */
const BATCH = 1_000;
const REQUIRED = Object.values(COLUMNS).filter((name) => !OPTIONAL_COLUMNS.includes(name));

export interface Imported {
  readonly lines: number;
  /** Establishments that are new or were described otherwise before. */
  readonly written: number;
  readonly faults: number;
}

export interface ImportOptions {
  readonly onFault: (fault: DirectoryFault) => void;
  readonly onProgress?: (lines: number) => void;
}

/**
 * Takes over the national directory, line by line: what is new is added, what has changed is changed, the rest is left
 * alone, so that the same file again writes nothing. A line at fault is told of and left out. Interrupted, it has done
 * what it has done: running it again does the rest. Throws `NotTheDirectory` when columns are missing.
 */
export async function importEstablishments(
  database: DataSource,
  file: Readable,
  { onFault, onProgress }: ImportOptions,
): Promise<Imported> {
  let lines = 0;
  let written = 0;
  let faults = 0;
  // The last description of one number wins, as it would in two batches.
  let batch = new Map<string, DescribedEstablishment>();
  const flush = async () => {
    written += await writeEstablishments(database, [...batch.values()]);
    batch = new Map();
    onProgress?.(lines);
  };
  await readCsvLines(file, REQUIRED, async (source) => {
    for await (const { record, line } of source) {
      lines += 1;
      const read = readDirectoryLine(record);
      if (read.ok) batch.set(read.establishment.uai, read.establishment);
      else {
        faults += 1;
        onFault({ line, fault: read.fault });
      }
      if (batch.size === BATCH) await flush();
    }
    await flush();
  });
  return { lines, written, faults };
}

async function writeEstablishments(
  database: DataSource,
  establishments: readonly DescribedEstablishment[],
): Promise<number> {
  if (establishments.length === 0) return 0;
  const rows = establishments.map(({ isOpen, ...same }) => ({ ...same, is_open: isOpen }));
  const [result] = await database.query<{ written: number }[]>(
    `WITH written AS (
       INSERT INTO establishment (uai, name, kind, commune, departement, academie, is_open, search_text)
       SELECT uai, name, kind, commune, departement, academie, is_open,
         establishment_search_text(name, commune, uai)
       FROM json_to_recordset($1) AS rows (
         uai text, name text, kind text, commune text, departement text, academie text, is_open boolean
       )
       ON CONFLICT (uai) DO UPDATE SET name = excluded.name, kind = excluded.kind, commune = excluded.commune,
         departement = excluded.departement, academie = excluded.academie, is_open = excluded.is_open,
         search_text = excluded.search_text
       WHERE (establishment.name, establishment.kind, establishment.commune, establishment.departement,
              establishment.academie, establishment.is_open)
         IS DISTINCT FROM (excluded.name, excluded.kind, excluded.commune, excluded.departement,
                           excluded.academie, excluded.is_open)
       RETURNING 1
     )
     SELECT count(*)::int AS written FROM written`,
    [JSON.stringify(rows)],
  );
  return result?.written ?? 0;
}
