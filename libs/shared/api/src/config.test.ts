import { expect, test } from '@jest/globals';
import { readConfig } from './config';

const needed = {
  DATABASE_URL: 'postgresql://api@db/preau',
  SECRET_KEY: 'x'.repeat(32),
  MAIL_URL: 'file:/mails',
};

test.each([
  ['', []],
  ['loopback,uniquelocal', ['loopback', 'uniquelocal']],
  ['192.0.2.1 10.0.0.0/8, 2001:db8::/32', ['192.0.2.1', '10.0.0.0/8', '2001:db8::/32']],
])('trusted proxies: « %s »', (given, read) => {
  expect(readConfig({ ...needed, TRUSTED_PROXIES: given }).TRUSTED_PROXIES).toEqual(read);
});

test.each(['true', 'proxy.example.org', '10.0.0.0/33', '10.0.0.0/8/8', '2001:db8::/129', '10.0.0'])(
  'no trusted proxies: « %s »',
  (given) => {
    expect(() => readConfig({ ...needed, TRUSTED_PROXIES: given })).toThrow(/TRUSTED_PROXIES doit donner/);
  },
);
