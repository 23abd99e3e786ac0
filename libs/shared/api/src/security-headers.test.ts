import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { COLOR_SCHEME_HASHES, COLOR_SCHEME_STYLES } from './security-headers';

test('the two hashes are those of the styles the design system writes', () => {
  const computed = COLOR_SCHEME_STYLES.map(
    (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  expect(COLOR_SCHEME_HASHES).toEqual(computed);
  const source = readFileSync('node_modules/@codegouvfr/react-dsfr/useIsDark/client.js', 'utf8');
  expect(source).toContain(':root { color-scheme: ');
});
