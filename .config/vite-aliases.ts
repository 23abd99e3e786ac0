import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { compilerOptions } = JSON.parse(readFileSync(`${root}/tsconfig.base.json`, 'utf8')) as {
  compilerOptions: { paths: Record<string, [string]> };
};

/** The workspace's own modules, by the names TypeScript knows them by. */
export const workspaceAliases = Object.entries(compilerOptions.paths).map(([find, [path]]) => ({
  find: new RegExp(`^${find.replace('*', '(.*)')}$`),
  replacement: resolve(root, path).replace('*', '$1'),
}));
