import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { schemaText } from './schema-text';

test('the committed contract is the one the code offers (mend: npx nx run api:schema)', async () => {
  expect(readFileSync('libs/shared/graphql/schema.graphql', 'utf8')).toBe(await schemaText());
});
