import { expect, test } from '@jest/globals';
import { normaliseEmail } from './email';

test.each([
  ['ministere@preau.test', 'ministere@preau.test'],
  ['  Ministere@Preau.TEST \n', 'ministere@preau.test'],
  ["o'neill+classe@ac-paris.fr", "o'neill+classe@ac-paris.fr"],
])('%j is the address %s', (typed, address) => {
  expect(normaliseEmail(typed)).toBe(address);
});

test.each([
  '',
  'ministere',
  'ministere@preau',
  '@preau.test',
  'a@b@preau.test',
  'a b@preau.test',
  'a@preau.test\r\nBcc: autre@preau.test',
  'Nom <a@preau.test>',
  // The first letter of the second is Cyrillic: it looks the same and is another address.
  'аdmin@preau.test',
  `${'a'.repeat(250)}@preau.test`,
])('%j is no address', (typed) => {
  expect(normaliseEmail(typed)).toBeNull();
});
