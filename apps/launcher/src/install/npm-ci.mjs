// Plain JavaScript for Node 20, like install.mjs.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Runs `npm ci` and resolves with its exit code and what it said. Whatever the surroundings ask (production, omitted optional
 * packages), everything of the lock is installed; no install script runs.
 */
export function npmCi(root, started) {
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--include=peer',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=10000',
  ];
  if (!isWritable(homedir())) args.push(`--cache=${join(tmpdir(), `preau-npm-${process.getuid?.() ?? ''}`)}`);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(NODE_ENV|NODE_OPTIONS|npm_config_(omit|production|only|optional|include|dry_run|global|package_lock_only))$/i.test(
          name,
        ),
    ),
  );
  // Started by npm: the very same one; else the one of the path.
  const own = process.env.npm_execpath ?? '';
  const [command, first] = /npm-cli\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (child.pid) started(child.pid);
    // Ctrl-C reaches npm by itself in a terminal, but a signal to this process alone would leave it working.
    for (const [name, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
      process.once(name, () => {
        child.kill(name);
        child.once('close', () => process.exit(128 + number));
      });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
