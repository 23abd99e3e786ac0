// One Jest configuration: the pure domain, the API on a real PostgreSQL, the components in a DOM.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { compilerOptions } = JSON.parse(readFileSync(`${root}tsconfig.base.json`, 'utf8'));

export const shared = {
  rootDir: root,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, [path]]) => [
      `^${name.replace('*', '(.*)')}$`,
      `<rootDir>/${path.replace('*', '$1')}`,
    ]),
  ),
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic' },
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/.nx'],
};

/** The design system is written in ES modules whose package does not say so: Node can load it only as CommonJS. */
const designSystem = ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }];

export default {
  rootDir: root,
  maxWorkers: 2,
  // A busy machine is not a failure: hooks start databases and servers.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/libs/*/domain/src/**/*.test.ts',
        '<rootDir>/libs/shared/markdown/src/**/*.test.ts',
        '<rootDir>/apps/launcher/src/**/*.test.ts',
        '<rootDir>/migrations/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'api',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/apps/launcher/src/testing/jest-global-setup.ts',
      globalTeardown: '<rootDir>/apps/launcher/src/testing/jest-global-teardown.ts',
      testMatch: ['<rootDir>/libs/*/api/src/**/*.test.ts', '<rootDir>/apps/api/src/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'component',
      testEnvironment: '<rootDir>/.config/browser-environment.mjs',
      moduleNameMapper: {
        '\\.(css|svg)$': '<rootDir>/.config/no-asset.cjs',
        // As in the client that is built (apps/web/vite.config.ts).
        '^decode-named-character-reference$':
          '<rootDir>/node_modules/decode-named-character-reference/index.js',
        ...shared.moduleNameMapper,
      },
      transform: { ...shared.transform, '/@codegouvfr/react-dsfr/.+\\.js$': designSystem },
      transformIgnorePatterns: ['/node_modules/(?!@codegouvfr/react-dsfr/)'],
      testMatch: [
        '<rootDir>/libs/*/{web,ui,graphql}/src/**/*.test.{ts,tsx}',
        '<rootDir>/apps/web/src/**/*.test.{ts,tsx}',
      ],
    },
  ],
};
