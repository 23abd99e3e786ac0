import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot, ROOT } from '../run/paths.ts';
import { lastLines, logFile } from '../run/program.ts';
import { signal, until } from '../run/processes.ts';
import { Refusal } from '../run/terminal.ts';

/** One of the application's servers: it ends by itself when its channel to the launcher closes. */
export type Service = {
  readonly title: string;
  readonly pid: number;
  readonly log: string;
  /** Resolves when it serves; refuses, with its last words, when it ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<string>;
  /** Lets it finish what it does, then ends it. */
  stop(hurry: AbortSignal): Promise<void>;
};

const PATIENCE = 120_000;

/** Starts `dist/api/<name>.js`; `title` is what people call it. */
export function startService(name: string, title: string, env: NodeJS.ProcessEnv): Service {
  const log = logFile(name);
  const output = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot('dist/api', `${name}.js`)], {
    cwd: ROOT,
    env,
    // Not in the terminal's group: Ctrl-C reaches the launcher, which stops things in order.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, name) => resolve(name ?? `code ${code}`));
  });
  return {
    title,
    pid: child.pid ?? 0,
    log,
    ended,
    ready: Promise.race([
      new Promise<void>((resolve) => child.once('message', () => resolve())),
      ended.then((how) => {
        throw new Refusal(`${lastLines(log, 20)}\n\n${title} n’a pas démarré (${how}) ; détail : ${log}`);
      }),
      sleep(PATIENCE, undefined, { ref: false }).then(() => {
        throw new Refusal(`${title} n’est toujours pas prêt après deux minutes ; détail : ${log}`);
      }),
    ]),
    stop: (hurry) => stop(child, hurry),
  };
}

async function stop(child: ChildProcess, hurry: AbortSignal): Promise<void> {
  const over = () => child.exitCode !== null || child.signalCode !== null;
  if (over() || !child.pid) return;
  signal(child.pid, 'SIGTERM');
  await until(() => over() || hurry.aborted, 20_000);
  if (!over()) signal(child.pid, 'SIGKILL');
  await until(over, 5_000);
}
