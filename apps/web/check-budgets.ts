/**
 * `node apps/web/check-budgets.ts dist/web [state]`: weighs the built client, brotli as it travels, and ends with 1 beyond a budget.
 * It also refuses a neutral build that would carry the identity of the State, and one that would ask for anything elsewhere.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const KB = 1000;
const BUDGETS = { initial: 130 * KB, route: 60 * KB, css: 70 * KB, fonts: 2 };

interface Chunk {
  readonly file: string;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const root = process.argv[2] ?? 'dist/web';
const manifest = JSON.parse(readFileSync(join(root, '.vite/manifest.json'), 'utf8')) as Manifest;
const weights = new Map<string, number>();

function weight(file: string): number {
  const known = weights.get(file);
  if (known !== undefined) return known;
  const bytes = brotliCompressSync(readFileSync(join(root, file))).length;
  weights.set(file, bytes);
  return bytes;
}

/** A chunk and everything it imports before it can run. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) withImports(imported, seen);
  return seen;
}

const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + weight(file), 0);
const named = (end: string) => Object.keys(manifest).filter((name) => name.endsWith(end));
const problems: string[] = [];
const check = (what: string, bytes: number, limit: number) => {
  process.stdout.write(`${what}: ${(bytes / KB).toFixed(1)} kB of ${limit / KB}\n`);
  if (bytes > limit) problems.push(`${what} is over its budget.`);
};

// Opening the home page: the page's own scripts, its route, and what both import at once.
const initial = new Set<string>(globSync('assets/early-color-scheme-*.js', { cwd: root }));
for (const name of ['index.html', ...named('/home-page.tsx'), ...named('/dsfr/dsfr.module.js')])
  withImports(name, initial);
check('Initial JavaScript of the home page', sum(initial), BUDGETS.initial);

const shell = withImports('index.html');
const routes = Object.entries(manifest)
  .filter(([, chunk]) => chunk.isDynamicEntry && chunk.file.endsWith('.js'))
  .map(([name, chunk]) => {
    const added = [...withImports(name)].filter((file) => !shell.has(file));
    return { file: chunk.file, bytes: sum(added) };
  })
  .sort((a, b) => b.bytes - a.bytes);
for (const { file, bytes } of routes.slice(0, 3)) check(`Route ${file}`, bytes, BUDGETS.route);

check('All style sheets', sum(globSync('assets/*.css', { cwd: root })), BUDGETS.css);

const fonts = globSync('assets/*.{woff,woff2,ttf,otf}', { cwd: root });
process.stdout.write(`Font files: ${fonts.length} of ${BUDGETS.fonts}\n`);
if (process.argv[3] !== 'state') {
  if (fonts.length > BUDGETS.fonts) problems.push('There are too many font files.');
  for (const file of globSync('{index.html,assets/*.css}', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    if (
      /font-family:[^;}]*marianne|marianne-[a-z_-]*\.woff|\.fr-logo[\w-]*:{1,2}(?:before|after)/i.test(text)
    ) {
      problems.push(`${file} carries the identity of the State.`);
    }
  }
}
for (const file of globSync('assets/*.js', { cwd: root })) {
  const text = readFileSync(join(root, file), 'utf8');
  if (/\b(?:query|mutation|fragment) [A-Z]\w*(?:\([^)]*\))?(?: on \w+)? \{\s/.test(text)) {
    problems.push(`${file} carries the text of an operation.`);
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
