import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { known, stillRuns, type KnownProcess } from './processes.ts';
import { Refusal } from './terminal.ts';

/** Who uses a data folder, kept in its `run.json` while they do. */
export type Run = {
  readonly launcher: KnownProcess;
  readonly command: string;
  readonly children: readonly KnownProcess[];
  readonly postgresPort?: number;
  readonly url?: string;
  /** The tables and the demonstration data are there: other commands may use the database. */
  readonly ready?: boolean;
};

const file = (folder: string) => join(folder, 'run.json');

/** What `run.json` says, whether or not that command still runs; null when absent or unreadable. */
export function lastRun(folder: string): Run | null {
  try {
    return JSON.parse(readFileSync(file(folder), 'utf8')) as Run;
  } catch {
    return null;
  }
}

/** The command that uses this data folder at the moment. */
export function currentRun(folder: string): Run | null {
  const run = lastRun(folder);
  return run && stillRuns(run.launcher) ? run : null;
}

export type Hold = {
  /** Completes what others read about this run. */
  tell(more: Partial<Omit<Run, 'launcher' | 'command'>>): void;
  release(): void;
};

/**
 * Takes the data folder for this process, or refuses with the sentence naming who has it. The mark of a command that
 * died is replaced: processes are recognised by number and start time, so a recycled number does not block anyone.
 */
export function holdFolder(folder: string, command: string): Hold {
  mkdirSync(folder, { recursive: true });
  let run: Run = { launcher: known(process.pid), command, children: [] };
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file(folder), JSON.stringify(run), { mode: 0o600, flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 5) throw error;
      const other = currentRun(folder);
      if (other) throw new Refusal(inUse(other));
      rmSync(file(folder), { force: true });
    }
  }
  return {
    tell(more) {
      run = { ...run, ...more };
      const draft = `${file(folder)}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(run), { mode: 0o600 });
      renameSync(draft, file(folder));
    },
    release: () => rmSync(file(folder), { force: true }),
  };
}

/** The sentence for a second command on the same data. */
export function inUse(run: Run): string {
  const { pid } = run.launcher;
  return run.command === 'start'
    ? `Préau tourne déjà dans ce dossier${run.url ? ` : ${run.url}` : ''} (processus ${pid}). Arrêtez-le avec Ctrl-C dans sa fenêtre, ou par « kill ${pid} ».`
    : `La commande « npm run ${run.command} » utilise déjà la base de ce dossier (processus ${pid}) : attendez sa fin, ou arrêtez-la par « kill ${pid} ».`;
}
