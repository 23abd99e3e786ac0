import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config';

const folder = mkdtempSync(join(tmpdir(), 'preau-oidc-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const providersOf = (given: string | undefined, more: Record<string, string> = {}) =>
  readConfig({
    DATABASE_URL: 'postgresql://x/y',
    SECRET_KEY: 'x'.repeat(32),
    MAIL_URL: 'file:/tmp',
    PUBLIC_URL: 'https://preau.example.org/',
    ...(given !== undefined && { OIDC_PROVIDERS: given }),
    ...more,
  }).providers;

const LEAST = {
  name: 'rectorat',
  label: 'le rectorat',
  issuer: 'https://oidc.example.org/realms/agents',
  clientId: 'preau',
  clientSecret: 'un-secret',
};
const one = (more: object = {}) => JSON.stringify([{ ...LEAST, ...more }]);

describe('the providers of identities', () => {
  test('are none unless said, and the demonstration’s own when embedded', () => {
    expect(providersOf(undefined)).toEqual([]);
    expect(providersOf('')).toEqual([]);
    const [demonstration, ...others] = providersOf(undefined, { EMBEDDED: 'true' });
    expect(demonstration).toMatchObject({
      name: 'demonstration',
      issuer: 'https://preau.example.org/dev/fournisseur',
      userinfo: 'signed',
    });
    expect(demonstration?.clientSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(others).toEqual([]);
  });

  test('are written in the setting or in a file', () => {
    const file = join(folder, 'providers.json');
    writeFileSync(file, one());
    expect(providersOf(file)).toEqual(providersOf(one()));
    expect(providersOf(`\n ${one()}`)).toHaveLength(1);
  });

  test('trust nothing that was not said: RS256 alone, no address without its verification, no level', () => {
    expect(providersOf(one())).toEqual([
      {
        ...LEAST,
        preset: null,
        clientAuthentication: 'post',
        scopes: ['openid', 'profile', 'email'],
        acrValues: [],
        claims: null,
        acceptedAcrs: [],
        secondFactorAcrs: [],
        idTokenAlgorithm: 'RS256',
        userinfo: 'none',
        userinfoAlgorithm: 'RS256',
        nameClaims: ['given_name', 'family_name'],
        emailsVerified: false,
        trustEmail: false,
        teacherClaim: null,
      },
    ]);
  });

  test('have presets, which what is given beside replaces', () => {
    expect(providersOf(one({ preset: 'proconnect' }))[0]).toMatchObject({
      userinfo: 'signed',
      emailsVerified: true,
      trustEmail: false,
      secondFactorAcrs: expect.arrayContaining(['eidas2', 'eidas3']),
    });
    expect(providersOf(one({ preset: 'educonnect' }))[0]).toMatchObject({
      scopes: ['openid'],
      nameClaims: [],
    });
    expect(providersOf(one({ preset: 'academic', scopes: ['openid', 'fim'] }))[0]).toMatchObject({
      scopes: ['openid', 'fim'],
      userinfo: 'plain',
    });
  });

  test('over plain HTTP only on one machine', () => {
    expect(providersOf(one({ issuer: 'http://localhost:8080/realms/essai' }))).toHaveLength(1);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '[{', /OIDC_PROVIDERS n’est pas du JSON/],
    ['no file', '/nulle/part.json', /OIDC_PROVIDERS nomme un fichier illisible \(\/nulle\/part\.json\)/],
    ['no object', '[42]', /OIDC_PROVIDERS\.0 doit être un objet/],
    ['no name', one({ name: undefined }), /OIDC_PROVIDERS\.0\.name manque/],
    ['a name no address can hold', one({ name: 'Le Rectorat' }), /OIDC_PROVIDERS\.0\.name ne contient que/],
    ['a name that is taken', one({ name: 'demonstration' }), /OIDC_PROVIDERS\.0\.name est réservé/],
    [
      'the same name twice',
      `[${one().slice(1, -1)},${one().slice(1, -1)}]`,
      /OIDC_PROVIDERS donne deux fois le même name/,
    ],
    ['an empty secret', one({ clientSecret: '' }), /OIDC_PROVIDERS\.0\.clientSecret est vide/],
    [
      'an issuer without TLS',
      one({ issuer: 'http://oidc.example.org' }),
      /OIDC_PROVIDERS\.0\.issuer doit commencer par https/,
    ],
    [
      'an issuer that begins like this machine',
      one({ issuer: 'http://localhost.example.org' }),
      /OIDC_PROVIDERS\.0\.issuer/,
    ],
    ['an issuer with a query', one({ issuer: 'https://oidc.example.org?a=b' }), /OIDC_PROVIDERS\.0\.issuer/],
    [
      'an unknown preset',
      one({ preset: 'franceconnect' }),
      /OIDC_PROVIDERS\.0\.preset doit être l’un de proconnect/,
    ],
    [
      'no openid among the scopes',
      one({ scopes: ['email'] }),
      /OIDC_PROVIDERS\.0\.scopes doit comprendre openid/,
    ],
    ['scopes in one text', one({ scopes: 'openid email' }), /OIDC_PROVIDERS\.0\.scopes doit être une liste/],
    [
      'tokens nobody signs',
      one({ idTokenAlgorithm: 'none' }),
      /OIDC_PROVIDERS\.0\.idTokenAlgorithm doit être l’un de RS256/,
    ],
    [
      'tokens a shared secret signs',
      one({ idTokenAlgorithm: 'HS256' }),
      /OIDC_PROVIDERS\.0\.idTokenAlgorithm/,
    ],
    [
      'a field with a slip',
      one({ trustEmails: true }),
      /OIDC_PROVIDERS\.0 contient un champ inconnu \(trustEmails\)/,
    ],
    ['a word for a yes', one({ trustEmail: 'oui' }), /OIDC_PROVIDERS\.0\.trustEmail doit être true ou false/],
  ])('refuse %s, naming the field', (_, given, sentence) => {
    expect(() => providersOf(given)).toThrow(ConfigError);
    expect(() => providersOf(given)).toThrow(sentence);
    expect(() => providersOf(given)).not.toThrow(/un-secret/);
  });
});
