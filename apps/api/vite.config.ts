import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const { compilerOptions } = JSON.parse(readFileSync(`${root}/tsconfig.base.json`, 'utf8')) as {
  compilerOptions: { paths: Record<string, [string]> };
};

/** Bundles the workspace's own code for Node; packages stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: Object.entries(compilerOptions.paths).map(([find, [path]]) => ({
      find: new RegExp(`^${find.replace('*', '(.*)')}$`),
      replacement: resolve(root, path).replace('*', '$1'),
    })),
  },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  build: {
    ssr: true,
    target: 'node24',
    outDir: `${root}/dist/api`,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(
        ['main', 'worker', 'demo', 'generate', 'recount', 'print-schema', 'print-copy'].map((entry) => [
          entry,
          resolve(import.meta.dirname, `src/${entry}.ts`),
        ]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});
