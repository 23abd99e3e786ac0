import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the operations written in the components, and their hashes: the client sends the hash, not the text. */
const config: CodegenConfig = {
  schema: 'libs/shared/graphql/schema.graphql',
  documents: [
    'libs/*/web/src/**/*.{ts,tsx}',
    'libs/shared/ui/src/**/*.{ts,tsx}',
    'apps/web/src/**/*.{ts,tsx}',
    '!**/*.test.{ts,tsx}',
  ],
  ignoreNoDocuments: true,
  generates: {
    'libs/shared/graphql/src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
        strictScalars: true,
      },
    },
  },
};

export default config;
