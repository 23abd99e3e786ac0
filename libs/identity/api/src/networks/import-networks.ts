import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { readCsvLines } from '../establishments/csv-lines';
import type { Imported, ImportOptions } from '../establishments/import-establishments';
import { NETWORK_COLUMNS, readNetworkLine, type Membership } from './network-line';

const BATCH = 1_000;

/**
 * Takes over networks and their members, line by line, after the establishments: what is new is added, what has changed is
 * changed, the rest is left alone, so that the same file again writes nothing. A line at fault, or whose establishment is
 * not in the directory, is told of and left out. Throws `NotTheDirectory` when columns are missing.
 */
export async function importNetworks(
  database: DataSource,
  file: Readable,
  { onFault, onProgress }: ImportOptions,
): Promise<Imported> {
  let lines = 0;
  let written = 0;
  let faults = 0;
  let batch: { line: number; membership: Membership }[] = [];
  const refuse = (line: number, fault: string) => {
    faults += 1;
    onFault({ line, fault });
  };
  const flush = async () => {
    const known = await knownEstablishments(
      database,
      batch.map(({ membership }) => membership.uai),
    );
    const kept = batch.filter(({ line, membership: { id, uai } }) => {
      if (!known.has(uai)) refuse(line, `${id} : l’établissement ${uai} n’est pas dans l’annuaire`);
      return known.has(uai);
    });
    written += await writeNetworks(
      database,
      kept.map(({ membership }) => membership),
    );
    batch = [];
    onProgress?.(lines);
  };
  await readCsvLines(file, Object.values(NETWORK_COLUMNS), async (source) => {
    for await (const { record, line } of source) {
      lines += 1;
      const read = readNetworkLine(record);
      if (read.ok) batch.push({ line, membership: read.membership });
      else refuse(line, read.fault);
      if (batch.length === BATCH) await flush();
    }
    await flush();
  });
  return { lines, written, faults };
}

async function knownEstablishments(database: DataSource, uais: readonly string[]): Promise<Set<string>> {
  const rows = await database.query<{ uai: string }[]>(
    'SELECT uai FROM establishment WHERE uai = ANY($1::text[])',
    [uais],
  );
  return new Set(rows.map(({ uai }) => uai));
}

/** The networks and their members in one statement; returns how many members are new or networks changed. */
async function writeNetworks(database: DataSource, memberships: readonly Membership[]): Promise<number> {
  if (memberships.length === 0) return 0;
  // The last description of a network wins.
  const networks = [...new Map(memberships.map((one) => [one.id, one])).values()];
  const [row] = await database.query<{ written: number }[]>(
    `WITH described AS (
       INSERT INTO network (id, name, kind, academie)
       SELECT id, name, kind, academie
       FROM json_to_recordset($1) AS rows (id text, name text, kind text, academie text)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, academie = excluded.academie
       WHERE (network.name, network.kind, network.academie)
         IS DISTINCT FROM (excluded.name, excluded.kind, excluded.academie)
       RETURNING 1
     ), joined AS (
       INSERT INTO network_member (network_id, uai)
       SELECT DISTINCT id, uai FROM json_to_recordset($2) AS rows (id text, uai text)
       ON CONFLICT DO NOTHING
       RETURNING 1
     )
     SELECT ((SELECT count(*) FROM described) + (SELECT count(*) FROM joined))::int AS written`,
    [JSON.stringify(networks), JSON.stringify(memberships)],
  );
  return row?.written ?? 0;
}
