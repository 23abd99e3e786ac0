import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends nothing: only asks whether the process exists (one that belongs to somebody else does). */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process started, as an opaque text, or null when it is gone or only waits to be reaped. Kept beside a pid it
 * tells whether the number has since been given to another process.
 */
export function startedAt(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return null;
  if (process.platform !== 'linux') return ask(pid, 'lstart=') || null;
  try {
    // The name, in parentheses, may hold spaces: the fields are counted after it (state is the third, start the 22nd).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** The arguments a process was started with; empty when it is gone. */
export function commandLine(pid: number): string[] {
  if (process.platform !== 'linux') return ask(pid, 'command=').split(' ');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}

const ask = (pid: number, what: string) =>
  spawnSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();

/** A process remembered in a file, to be found again by another command. */
export type KnownProcess = { readonly pid: number; readonly startedAt: string };

/** What to remember of a process in order to recognise it later. */
export function known(pid: number): KnownProcess {
  return { pid, startedAt: startedAt(pid) ?? '' };
}

/** Whether the remembered process still runs: same number and same start. */
export function stillRuns(process: KnownProcess): boolean {
  const now = startedAt(process.pid);
  return now !== null && now === process.startedAt;
}

/** Waits until the condition holds; false when `timeout` milliseconds have passed first. */
export async function until(condition: () => boolean, timeout: number): Promise<boolean> {
  const limit = performance.now() + timeout;
  while (!condition()) {
    if (performance.now() > limit) return false;
    await sleep(25);
  }
  return true;
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
