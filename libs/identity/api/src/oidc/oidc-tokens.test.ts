import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakeProvider, Misbehaviour } from '@preau/testing';
import { Refusals } from './test-refusals';
import { signInWith } from './test-sign-in';

type Claims = Record<string, unknown>;

let refusals: Refusals;
let provider: FakeProvider;
const misbehaving = (misbehaviour: Misbehaviour, name?: string) => refusals.misbehaving(misbehaviour, name);

beforeAll(async () => {
  refusals = await Refusals.start();
  ({ provider } = refusals);
});
afterAll(() => refusals.close());
beforeEach(() => refusals.reset());

describe('an identity token', () => {
  const now = Math.floor(Date.now() / 1000);
  const without = (name: string) => (claims: Claims) => {
    const { [name]: _, ...rest } = claims;
    return rest;
  };
  test.each<[string, (claims: Claims) => Claims]>([
    ['with another nonce', (claims) => ({ ...claims, nonce: 'A'.repeat(43) })],
    ['without a nonce', without('nonce')],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://ailleurs.example' })],
    ['of the issuer with a slash more', (claims) => ({ ...claims, iss: `${String(claims['iss'])}/` })],
    ['of no issuer', without('iss')],
    ['for another audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['for no audience', without('aud')],
    ['for an empty list of them', (claims) => ({ ...claims, aud: [] })],
    ['for several, authorising none', (claims) => ({ ...claims, aud: ['preau', 'somebody-else'] })],
    [
      'for several, authorising another',
      (claims) => ({ ...claims, aud: ['preau', 'somebody-else'], azp: 'somebody-else' }),
    ],
    ['for us, authorising another', (claims) => ({ ...claims, azp: 'somebody-else' })],
    ['expired', (claims) => ({ ...claims, exp: now - 60 })],
    ['that never expires', without('exp')],
    ['made in the future', (claims) => ({ ...claims, iat: now + 3_600, exp: now + 7_200 })],
    ['made yesterday', (claims) => ({ ...claims, iat: now - 86_400 })],
    ['of no time', without('iat')],
    ['not valid yet', (claims) => ({ ...claims, nbf: now + 3_600 })],
    ['of nobody', without('sub')],
    ['of an empty name', (claims) => ({ ...claims, sub: '' })],
    ['of a number', (claims) => ({ ...claims, sub: 42 })],
  ])('%s', async (_, idToken) => {
    expect(await misbehaving({ idToken })).toBe('INVALID');
  });

  test.each<Misbehaviour['signs'] & string>(['not', 'foreign-key', 'client-secret', 'other-algorithm'])(
    'signed: %s',
    async (signs) => {
      expect(await misbehaving({ signs })).toBe('INVALID');
    },
  );

  test.each<[string, unknown]>([
    ['none', { access_token: 'a', token_type: 'Bearer' }],
    ['something else', { access_token: 'a', token_type: 'Bearer', id_token: 'a.b' }],
    ['a number', { access_token: 'a', token_type: 'Bearer', id_token: 42 }],
    ['a page', '<html>'],
  ])('in an answer with %s of it', async (_, body) => {
    expect(await misbehaving({ answersToken: () => ({ status: 200, body }) })).toBe('INVALID');
  });

  test.each(['eidas1', undefined, 'EIDAS2', 'eidas2 eidas3'])(
    'of level %j where eidas2 or eidas3 is wanted',
    async (acr) => {
      provider.acr = acr;
      expect(await refusals.refused(await signInWith(provider, refusals.browser, { name: 'strict' }))).toBe(
        'LEVEL_TOO_LOW',
      );
    },
  );
});

describe('signed userinfo', () => {
  beforeEach(() => {
    provider.person = { ...provider.person, signed: true };
  });
  test.each<[string, Misbehaviour]>([
    ['not signed', { userinfoSigns: 'not' }],
    ['not a token', { userinfoSigns: 'plain' }],
    ['signed by somebody else', { userinfoSigns: 'foreign-key' }],
    ['about somebody else', { userinfo: (told) => ({ ...told, sub: 'somebody-else' }) }],
    ['about nobody', { userinfo: ({ sub: _, ...told }) => told }],
    ['of another issuer', { userinfo: (told) => ({ ...told, iss: 'https://ailleurs.example' }) }],
    ['of no issuer', { userinfo: ({ iss: _, ...told }) => told }],
    ['for somebody else', { userinfo: (told) => ({ ...told, aud: 'somebody-else' }) }],
    ['for nobody', { userinfo: ({ aud: _, ...told }) => told }],
    ['expired', { userinfo: (told) => ({ ...told, exp: 1 }) }],
  ])('%s', async (_, misbehaviour) => {
    expect(await misbehaving(misbehaviour, 'signed')).toBe('INVALID');
  });
});

test('plain userinfo about somebody else', async () => {
  expect(await misbehaving({ userinfo: (told) => ({ ...told, sub: 'somebody-else' }) })).toBe('INVALID');
});
