import { expect, test } from '@jest/globals';
import { mailboxOf, normaliseEmail } from './email';

/** What Node's `url.domainToASCII` answers of the domains below. */
const IDN: Readonly<Record<string, string>> = {
  'école.example': 'xn--cole-9oa.example',
  'preau。test': 'preau.test',
  'pa ris.fr': '',
};
const toAscii = (domain: string) => IDN[domain] ?? domain;

test.each([
  ['ministere@preau.test', 'ministere@preau.test'],
  ['  Ministere@Preau.TEST \n', 'ministere@preau.test'],
  ["o'neill+classe@ac-paris.fr", "o'neill+classe@ac-paris.fr"],
  ['Nom@École.example', 'nom@xn--cole-9oa.example'],
  ['nom@preau。test', 'nom@preau.test'],
])('%j is the address %s', (typed, address) => {
  expect(normaliseEmail(typed, toAscii)).toBe(address);
});

test.each([
  '',
  'ministere',
  'ministere@preau',
  '@preau.test',
  'a@b@preau.test',
  'a b@preau.test',
  '.a@preau.test',
  'a..b@preau.test',
  'a@preau..test',
  'a@-preau.test',
  'a@pa ris.fr',
  'a@preau.test\r\nBcc: autre@preau.test',
  'Nom <a@preau.test>',
  '"a b"@preau.test',
  'a\0@preau.test',
  // The first letter of the second is Cyrillic: it looks the same and is another address.
  'аdmin@preau.test',
  `${'a'.repeat(65)}@preau.test`,
  `a@${'a'.repeat(250)}.test`,
])('%j is no address', (typed) => {
  expect(normaliseEmail(typed, toAscii)).toBeNull();
});

test.each([
  ['nom@preau.test', 'nom@preau.test'],
  ['nom+liste@preau.test', 'nom@preau.test'],
  ['nom+a+b@preau.test', 'nom@preau.test'],
  ['+liste@preau.test', '+liste@preau.test'],
])('%s is delivered to %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});
