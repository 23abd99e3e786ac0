import { spawn, type ChildProcess, type IOType } from 'node:child_process';
import { until } from './processes.ts';

/**
 * A shell stands between the launcher and the program and waits on a pipe. When the launcher ends, whatever the way
 * (kill -9 included), the pipe closes and the shell ends the program: nothing is ever left behind.
 * The `INT` program (PostgreSQL) gets one signal; otherwise the whole process group is ended, politely then firmly.
 */
const GUARD = `
how=$1; shift
exec 3<&0
trap : INT TERM HUP
"$@" 3<&- </dev/null & program=$!
( trap : TERM
  read -r _ <&3
  if [ "$how" = program ]; then kill -s INT "$program"
  else kill -s TERM 0; sleep 10 3<&-; kill -s KILL 0; fi ) & watch=$!
exec 3<&-
while wait "$program"; code=$?; kill -0 "$program" 2>/dev/null; do :; done
kill -s KILL "$watch" 2>/dev/null
exit "$code"
`;

export type Guarded = {
  readonly process: ChildProcess;
  /** Resolves with the exit code once the program has ended. */
  readonly ended: Promise<number>;
  /** Ends the program as the guard would. False when it still runs after `timeout` milliseconds, or when `hurry` is aborted. */
  stop(timeout: number, hurry?: AbortSignal): Promise<boolean>;
};

export type GuardOptions = {
  readonly scope: 'program' | 'group';
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly account?: { readonly uid: number; readonly gid: number } | null;
  readonly stdout?: IOType | number;
  readonly stderr?: IOType | number;
};

/** Starts a program that cannot outlive the launcher. It does not receive the terminal's Ctrl-C: the launcher decides. */
export function guarded(command: string, args: readonly string[], options: GuardOptions): Guarded {
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', options.scope, command, ...args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['pipe', options.stdout ?? 'inherit', options.stderr ?? 'inherit'],
    ...(options.account ? { uid: options.account.uid, gid: options.account.gid } : {}),
  });
  let over = false;
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      over = true;
      resolve(code ?? 1);
    });
  });
  ended.catch(() => (over = true));
  child.stdin?.on('error', () => undefined);
  const stop = async (timeout: number, hurry?: AbortSignal) => {
    child.stdin?.end();
    await until(() => over || hurry?.aborted === true, timeout);
    return over;
  };
  return { process: child, ended, stop };
}
