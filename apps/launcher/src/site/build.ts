import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../run/paths.ts';
import { programEnvironment, runQuietly } from '../run/program.ts';
import { step } from '../run/terminal.ts';

const SOURCES = [
  'apps/api',
  'apps/web',
  'libs',
  'migrations/data',
  '.config',
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
];
const PRODUCTS = [
  'dist/api/main.js',
  'dist/api/worker.js',
  'dist/web/index.html',
  'dist/web/persisted-documents.json',
];
const STAMP = 'dist/.sources';

/** Builds the API and the web client, unless what is in `dist/` was built from exactly these sources. */
export async function ensureBuilt(): Promise<void> {
  const sources = hashOfSources();
  if (builtFrom() === sources && PRODUCTS.every((path) => existsSync(inRoot(path)))) return;
  rmSync(inRoot(STAMP), { force: true });
  await step('Construction de l’application', () =>
    runQuietly(
      'construction',
      'nx',
      ['run-many', '-t', 'build', '--output-style=stream'],
      programEnvironment(),
      'La construction de l’application a échoué.',
    ),
  );
  markBuilt(sources);
}

/** The fingerprint of the sources `dist/` was built from; empty when unknown. */
export function builtFrom(): string {
  return existsSync(inRoot(STAMP)) ? readFileSync(inRoot(STAMP), 'utf8') : '';
}

/** Notes that `dist/` is built from these sources. */
export function markBuilt(sources = hashOfSources()): void {
  writeFileSync(inRoot(STAMP), sources);
}

/**
 * One fingerprint for everything the build reads: names and contents, not dates, and the one setting that changes the
 * pages. Tests and generated files do not count.
 */
export function hashOfSources(): string {
  const hash = createHash('sha256').update(`STATE_INSTANCE=${process.env.STATE_INSTANCE ?? ''}\n`);
  const read = (path: string) => hash.update(`${path}\n`).update(readFileSync(inRoot(path)));
  const walk = (folder: string) => {
    for (const entry of readdirSync(inRoot(folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'generated') walk(path);
      } else if (!/\.test\.tsx?$/.test(entry.name)) read(path);
    }
  };
  for (const source of SOURCES) (/\.json$/.test(source) ? read : walk)(source);
  return hash.digest('hex');
}
