import { defineConfig } from 'vite';
import { workspaceAliases } from '../../.config/vite-aliases.ts';

/** The questionnaire engine's golden runner as a script for a page of its own. */
export default defineConfig({
  resolve: { alias: workspaceAliases },
  build: {
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: 'libs/questionnaire/domain/src/golden.ts',
      name: 'engine',
      formats: ['iife'],
      fileName: () => 'engine.js',
    },
  },
});
