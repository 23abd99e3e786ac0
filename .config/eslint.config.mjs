// One lint configuration for the whole workspace. Run it through Nx: without its project graph the boundary rule is silent.
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Each may import those before it. */
const foundations = ['shared', 'identity', 'consultation', 'notifications', 'search'];
/** They stand on the foundations and ignore one another. */
const contents = ['questionnaire', 'forum'];

const tags = (names) => names.map((name) => `scope:${name}`);
const scopes = [
  ...foundations.map((name, at) => ({ tag: `scope:${name}`, may: tags(foundations.slice(0, at)) })),
  ...contents.map((name) => ({ tag: `scope:${name}`, may: tags(foundations) })),
  { tag: 'scope:exports', may: tags([...foundations, ...contents]) },
];

const scopeConstraints = scopes.map(({ tag, may }) => ({
  sourceTag: tag,
  onlyDependOnLibsWithTags: [tag, ...may],
}));

const runtimeConstraints = [
  {
    sourceTag: 'runtime:any',
    onlyDependOnLibsWithTags: ['runtime:any'],
    allowedExternalImports: [
      'zod',
      're2js',
      'mdast-util-from-markdown',
      'micromark-*',
      'mdast',
      'fast-check',
      '@jest/globals',
    ],
  },
  {
    sourceTag: 'runtime:node',
    onlyDependOnLibsWithTags: ['runtime:any', 'runtime:node'],
    bannedExternalImports: ['react', 'react-dom', 'react-router', '@codegouvfr/*'],
  },
  {
    sourceTag: 'runtime:browser',
    onlyDependOnLibsWithTags: ['runtime:any', 'runtime:browser'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  {
    // A feature never imports another feature: apps/web composes them.
    sourceTag: 'kind:feature',
    notDependOnLibsWithTags: ['kind:feature'],
  },
];

const literalOnly = ['orderBy', 'addOrderBy', 'groupBy', 'addGroupBy', 'select', 'addSelect']
  .map(
    (method) =>
      `CallExpression[callee.property.name='${method}'] > :not(Literal, ArrayExpression, ArrowFunctionExpression, ObjectExpression).arguments:first-child`,
  )
  .join(', ');

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '.data/**', '.nx/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['../../.config/vite-aliases.ts'],
          allowCircularSelfDependency: false,
          // Its parser is fetched when it is needed (`@preau/markdown/parser`); the rest of it is small, and is not.
          checkDynamicDependenciesExceptions: ['@preau/markdown', '@preau/markdown/testing'],
          enforceBuildableLibDependency: false,
          depConstraints: [
            ...scopeConstraints,
            ...runtimeConstraints,
            { sourceTag: 'scope:app', onlyDependOnLibsWithTags: ['*'] },
            { sourceTag: 'scope:migrations', onlyDependOnLibsWithTags: ['scope:migrations'] },
          ],
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read settings from the parsed configuration (libs/shared/api/src/config.ts).',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: literalOnly,
          message:
            'TypeORM runs stacked SQL passed here as text: choose the column with an enum → literal map.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Plain Node programs: they talk to a terminal and read settings before there is a configuration.
    files: [
      'apps/launcher/**',
      'apps/bench/**',
      'apps/e2e/**',
      'migrations/*.ts',
      'libs/shared/testing/src/test-api.ts',
      '.config/**',
      '**/*.config.ts',
      '**/*.config.mjs',
    ],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['libs/shared/api/src/config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
  prettier,
);
