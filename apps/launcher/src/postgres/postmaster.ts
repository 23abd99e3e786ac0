import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, signal, startedAt, until } from '../run/processes.ts';
import { Refusal } from '../run/terminal.ts';

/** What PostgreSQL writes about itself in `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly status: string };

/** Reads `postmaster.pid`, null when there is none (or when it is being written). */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : null;
  } catch {
    return null;
  }
}

/** Whether this process is the server of this very data folder, and not one that inherited a dead server's number. */
export function isServerOf(data: string, pid: number): boolean {
  const args = commandLine(pid);
  return /(^|\/)postgres$/.test(args[0] ?? '') && args.includes(realpathSync(data));
}

/**
 * Before starting: ends the server a dead launcher left on this data folder. The number of a dead server may since have
 * been given to a stranger, who is left alone; as PostgreSQL itself would then refuse to start, the file's number is
 * replaced by the launcher's, which PostgreSQL is told to trust (PG_GRANDPARENT_PID). The file is not deleted: its other
 * lines let PostgreSQL notice back-ends that still write.
 */
export async function endLeftover(data: string): Promise<'none' | 'ended'> {
  const found = existsSync(data) ? readPostmaster(data) : null;
  if (!found || startedAt(found.pid) === null) return 'none';
  const { pid } = found;
  if (!isServerOf(data, pid)) {
    const path = join(data, 'postmaster.pid');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)));
    return 'none';
  }
  const gone = () => startedAt(pid) === null;
  for (const [name, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      signal(pid, name);
    } catch {
      throw new Refusal(
        `Un serveur PostgreSQL lancé par un autre compte tourne encore sur ces données (processus ${pid}) : arrêtez-le par « kill -INT ${pid} » avec ce compte, puis relancez.`,
      );
    }
    if (await until(gone, patience)) return 'ended';
  }
  throw new Refusal(`Le serveur PostgreSQL ${pid}, resté d’une exécution interrompue, ne s’arrête pas.`);
}
