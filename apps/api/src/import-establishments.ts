import 'reflect-metadata';
import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  importEstablishments,
  importNetworks,
  NotTheDirectory,
  type DirectoryFault,
} from '@preau/identity-api';
import type { DataSource } from 'typeorm';
import { runTool, UsageError } from './tool';

/**
 * `npm run import:establishments -- file.csv [--networks networks.csv]`: takes over the national directory (« Annuaire de
 * l’éducation », CSV), then networks of its establishments. Lines at fault are told with their number and left out; the
 * exit code is then 1. Running it again changes nothing.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { networks: { type: 'string' } },
});
const SHOWN = 50;
const PROGRESS_EVERY = 10_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

function readable(path: string) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`« ${path} » n’est pas un fichier.`);
  return createReadStream(path);
}

/** Takes one file over and says what became of it. */
async function take(
  database: DataSource,
  path: string,
  importer: typeof importEstablishments,
  writtenWords: string,
): Promise<void> {
  const file = readable(path);
  const began = Date.now();
  let next = PROGRESS_EVERY;
  const shown: DirectoryFault[] = [];
  const { lines, written, faults } = await importer(database, file, {
    onFault: (fault) => {
      if (shown.length < SHOWN) shown.push(fault);
    },
    onProgress: (read) => {
      if (read < next) return;
      next += PROGRESS_EVERY;
      say(`  ${read} lignes`);
    },
  }).catch((error: unknown) => {
    throw error instanceof NotTheDirectory || isUnreadable(error) ? new UsageError(error.message) : error;
  });
  for (const { line, fault } of shown) say(`  ligne ${line} : ${fault}`);
  if (faults > shown.length) say(`  … et ${faults - shown.length} autres lignes`);
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  say(`${lines} lignes lues en ${seconds} s : ${written} ${writtenWords}, ${faults} lignes refusées`);
  if (faults > 0) process.exitCode = 1;
}

runTool(async (database) => {
  const [directory] = positionals;
  const { networks } = values;
  if (!directory && !networks) {
    throw new UsageError('Donnez le fichier : npm run import:establishments -- annuaire.csv');
  }
  // Both are looked for before either is read.
  for (const path of [directory, networks]) if (path) readable(path).destroy();
  if (directory) await take(database, directory, importEstablishments, 'établissements ajoutés ou changés');
  if (networks) await take(database, networks, importNetworks, 'réseaux et membres ajoutés ou changés');
});

/** The file is no CSV: its reader says where. */
const isUnreadable = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
