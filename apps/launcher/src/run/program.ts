import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onStop } from './command.ts';
import { guarded, type Guarded } from './guard.ts';
import { dataFolder, inRoot, ROOT } from './paths.ts';
import { signal } from './processes.ts';
import { Refusal } from './terminal.ts';

/** The launcher's environment for a program: Node 24 and the project's tools first on the path, npm's own variables left out. */
export function programEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return {
    ...Object.fromEntries(inherited),
    PATH: [dirname(process.execPath), inRoot('node_modules/.bin'), process.env.PATH].join(':'),
    NODE_COMPILE_CACHE: inRoot('node_modules/.cache/node'),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    ...more,
  };
}

type ProgramOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly stdout?: number;
  readonly stderr?: number;
};

/** Runs a program of the project to its end, its output on the terminal unless told otherwise; resolves with its exit code. */
export async function run(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<number> {
  const program = guarded(command, args, {
    scope: 'group',
    cwd: ROOT,
    ...options,
    env: options.env ?? programEnvironment(),
  });
  const forget = onStop((hurry) => endGroup(program, hurry));
  return program.ended.finally(forget);
}

async function endGroup(program: Guarded, hurry: AbortSignal): Promise<void> {
  if ((await program.stop(10_000, hurry)) || !program.process.pid) return;
  signal(-program.process.pid, 'SIGKILL');
  await program.stop(5_000);
}

/** Where a program's output is kept, for whoever wants the detail. */
export function logFile(name: string): string {
  const folder = join(dataFolder(), 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${name}.log`);
}

/** The last lines of a log, without empty ones. */
export function lastLines(file: string, count: number): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim())
    .slice(-count)
    .join('\n');
}

/** Runs a program whose output only matters when it fails: then its last lines are shown with the sentence `failed`. */
export async function runQuietly(
  name: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  failed: string,
): Promise<void> {
  const file = logFile(name);
  const output = openSync(file, 'w', 0o600);
  const code = await run(command, args, {
    env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdout: output,
    stderr: output,
  }).finally(() => closeSync(output));
  if (code === 0) return;
  const said = lastLines(file, 40);
  if (/ENOSPC|No space left on device/.test(said))
    throw new Refusal('Le disque est plein : libérez au moins 1 Go, puis relancez.');
  throw new Refusal(`${said}\n\n${failed} (détail : ${file})`);
}
