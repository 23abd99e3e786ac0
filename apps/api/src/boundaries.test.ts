import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

/**
 * ESLint's boundary rule says nothing, with exit 0, when it finds no project graph: only a planted violation
 * shows that it is awake. Each is written in a folder of its own beside the code it pretends to be.
 */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function lint(library: string, code: string): string {
  const folder = mkdtempSync(join(library, 'src', 'planted-'));
  folders.push(folder);
  const file = join(folder, 'violation.ts');
  writeFileSync(file, code);
  const config = '.config/eslint.config.mjs';
  const { stdout } = spawnSync('node_modules/.bin/eslint', ['--config', config, '--format', 'json', file], {
    encoding: 'utf8',
  });
  const [report] = JSON.parse(stdout) as { messages: { ruleId: string; message: string }[] }[];
  return (report?.messages ?? [])
    .filter(({ ruleId }) => ruleId === '@nx/enforce-module-boundaries')
    .map(({ message }) => message)
    .join('\n');
}

test('a domain may not import what runs on Node only', () => {
  const found = lint(
    'libs/questionnaire/domain',
    "import { createApp } from '@preau/shared-api';\ncreateApp;\n",
  );
  expect(found).toContain('runtime:any');
});

test('shared code may not import a domain', () => {
  const found = lint(
    'libs/shared/api',
    "import { openness } from '@preau/questionnaire-domain';\nopenness;\n",
  );
  expect(found).toContain('scope:shared');
});

test('what is allowed passes', () => {
  const found = lint(
    'libs/questionnaire/domain',
    "import { dayInParis } from '@preau/shared-domain';\ndayInParis;\n",
  );
  expect(found).toBe('');
});
