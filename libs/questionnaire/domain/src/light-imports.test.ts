import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const SHARED = new URL('../../../shared/domain/src/index.ts', import.meta.url);

/** Every package reached from a file of this library through its relative imports and the shared rules. */
function packagesFrom(file: URL, seen = new Set<string>()): readonly string[] {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const imports = [...readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/g)].map(([, name]) => name ?? '');
  return imports.flatMap((name) => {
    if (name === '@preau/shared-domain') return packagesFrom(SHARED, seen);
    return name.startsWith('.') ? packagesFrom(new URL(`${name}.ts`, file), seen) : [name];
  });
}

test.each(['validate-answers', 'clean-answers', 'visibility', 'encode-cell'])(
  '%s needs no package: the answering screen downloads neither zod nor a pattern engine with it',
  (name) => {
    expect(packagesFrom(new URL(`./${name}.ts`, import.meta.url))).toEqual([]);
  },
);

test('parse-definition is what needs them', () => {
  expect(packagesFrom(new URL('./parse-definition.ts', import.meta.url))).toEqual(
    expect.arrayContaining(['zod', 're2js']),
  );
});
