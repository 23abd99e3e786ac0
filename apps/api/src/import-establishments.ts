import 'reflect-metadata';
import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importEstablishments, NotTheDirectory, type DirectoryFault } from '@preau/identity-api';
import { runTool, UsageError } from './tool';

/**
 * `npm run import:establishments -- file.csv`: takes over the national directory (« Annuaire de l’éducation », CSV). Lines
 * at fault are told with their number and left out; the exit code is then 1. Running it again changes nothing.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const SHOWN = 50;
const PROGRESS_EVERY = 10_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

function readable(path: string | undefined) {
  if (!path) throw new UsageError('Donnez le fichier : npm run import:establishments -- annuaire.csv');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`« ${path} » n’est pas un fichier.`);
  return createReadStream(path);
}

runTool(async (database) => {
  const file = readable(positionals[0]);
  const began = Date.now();
  let next = PROGRESS_EVERY;
  const shown: DirectoryFault[] = [];
  const { lines, written, faults } = await importEstablishments(database, file, {
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
  say(
    `${lines} lignes lues en ${seconds} s : ${written} établissements ajoutés ou changés, ${faults} lignes refusées`,
  );
  if (faults > 0) process.exitCode = 1;
});

/** The file is no CSV: its reader says where. */
const isUnreadable = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
