import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const OPERATION = /\bgraphql\(\s*(`[^`]*`|\/\* GraphQL \*\/\s*`[^`]*`)\s*,?\s*\)/g;
const HEAD = /(?:^|\n)\s*(query|mutation|subscription|fragment)\s+(\w+)/;

/** Names the generated document of each operation in the place of its text; a fragment is only a type. */
export function replaceOperations(code: string, documentsFile: string): string | null {
  const names = new Set<string>();
  const replaced = code.replace(OPERATION, (call: string, text: string) => {
    const [, kind, name] = HEAD.exec(text.slice(text.indexOf('`') + 1)) ?? [];
    if (!name) throw new Error(`An operation without a name: ${call.slice(0, 80)}`);
    if (kind === 'fragment') return 'undefined';
    names.add(`${name}Document`);
    return `${name}Document`;
  });
  if (replaced === code) return null;
  if (names.size === 0) return replaced;
  return `import { ${[...names].join(', ')} } from ${JSON.stringify(documentsFile)};\n${replaced}`;
}

/**
 * The client sends the hash of a document, so no text of an operation, and no map of all of them, goes into the bundle:
 * each call of `graphql` becomes an import of the generated constant. The texts go beside the client, for the server alone.
 */
export function persistedDocuments(generated: string): Plugin {
  let outDir = '';
  return {
    name: 'preau-persisted-documents',
    enforce: 'pre',
    configResolved(config) {
      outDir = config.command === 'build' ? resolve(config.root, config.build.outDir) : '';
    },
    transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (file === resolve(generated, 'graphql.ts')) {
        return {
          code: code.replace(/= new TypedDocumentString\(/g, '= /*#__PURE__*/ new TypedDocumentString('),
          map: null,
        };
      }
      if (file.startsWith(generated) || !/\.tsx?$/.test(file) || !code.includes('@preau/graphql'))
        return null;
      const replaced = replaceOperations(code, resolve(generated, 'graphql.ts'));
      return replaced === null ? null : { code: replaced, map: null };
    },
    closeBundle() {
      if (outDir)
        copyFileSync(
          resolve(generated, 'persisted-documents.json'),
          resolve(outDir, 'persisted-documents.json'),
        );
    },
  };
}
