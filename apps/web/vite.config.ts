import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { workspaceAliases } from '../../.config/vite-aliases.ts';
import { compress } from './build/compress.ts';
import { designSystemScripts } from './build/design-system-scripts.ts';
import { designSystemStyles } from './build/design-system-styles.ts';
import { earlyColorScheme } from './build/early-color-scheme.ts';
import { markdownPages } from './build/markdown-pages.ts';
import { persistedDocuments } from './build/persisted-documents.ts';

const root = resolve(import.meta.dirname, '../..');
const designSystem = 'node_modules/@codegouvfr/react-dsfr';
const stateIdentity = process.env['STATE_INSTANCE'] === 'true';

export default defineConfig({
  root: import.meta.dirname,
  define: { STATE_IDENTITY: JSON.stringify(stateIdentity) },
  plugins: [
    react(),
    persistedDocuments(`${root}/libs/shared/graphql/src/generated`),
    designSystemStyles({
      workspace: root,
      sources: [
        '{apps/web,libs/*/web,libs/shared/ui}/src/**/*.{ts,tsx}',
        `${designSystem}/*.js`,
        `${designSystem}/{Display,Header,MainNavigation,Modal}/**/*.js`,
      ],
      stateIdentity,
    }),
    designSystemScripts(`${import.meta.dirname}/src/behaviours.ts`),
    markdownPages(`${import.meta.dirname}/src/content/pages.json`),
    earlyColorScheme(`${import.meta.dirname}/src/early-color-scheme.js`),
    compress(),
  ],
  resolve: {
    alias: [
      { find: 'preau:processings', replacement: `${root}/migrations/data/processings.json` },
      // Its version for browsers decodes through innerHTML, which our policy refuses.
      {
        find: /^decode-named-character-reference$/,
        replacement: `${root}/node_modules/decode-named-character-reference/index.js`,
      },
      ...workspaceAliases,
    ],
    dedupe: ['react', 'react-dom', 'react-router', '@codegouvfr/react-dsfr', '@tanstack/react-query'],
  },
  server: {
    fs: { allow: [root] },
    proxy: Object.fromEntries(
      ['/graphql', '/exports', '/auth', '/health', '/dev', '/opendata', '/feeds'].map((path) => [
        path,
        'http://localhost:3000',
      ]),
    ),
  },
  build: {
    target: 'baseline-widely-available',
    outDir: `${root}/dist/web`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // Our own modules only define things: what a page does not use of a library does not follow it.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          // The frame changes rarely: browsers keep it from one release of ours to the next.
          groups: [
            {
              name: 'vendor',
              test: /\/node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack)\//,
            },
          ],
        },
      },
    },
  },
});
