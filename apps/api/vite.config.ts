import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { workspaceAliases } from '../../.config/vite-aliases.ts';

const root = resolve(import.meta.dirname, '../..');

/** Bundles the workspace's own code for Node; packages stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: workspaceAliases },
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
        [
          'main',
          'worker',
          'demo',
          'generate',
          'recount',
          'import-establishments',
          'connection-records',
          'print-schema',
          'print-copy',
        ].map((entry) => [entry, resolve(import.meta.dirname, `src/${entry}.ts`)]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});
