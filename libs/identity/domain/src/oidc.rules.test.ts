import { describe, expect, test } from '@jest/globals';
import {
  accountFor,
  answerRefusal,
  claimHolds,
  idTokenRefusal,
  type IdentityShown,
  type IdTokenClaims,
} from './oidc.rules';

const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const at = (seconds: number) => new Date((SECONDS + seconds) * 1000);

describe('an answer', () => {
  test.each([
    ['of no request of this browser', null, 'EXPIRED'],
    ['in time', { provider: 'a', expiresAt: at(1) }, null],
    ['expired by nothing', { provider: 'a', expiresAt: at(0) }, 'EXPIRED'],
    ['expired by one second', { provider: 'a', expiresAt: at(-1) }, 'EXPIRED'],
    ['to a request made of another provider', { provider: 'b', expiresAt: at(1) }, 'INVALID'],
    ['too late and of another', { provider: 'b', expiresAt: at(-1) }, 'EXPIRED'],
  ])('%s', (_, request, refusal) => {
    expect(answerRefusal(request, 'a', NOW)).toBe(refusal);
  });
});

describe('an identity token', () => {
  const client = { clientId: 'preau', acceptedAcrs: [] as string[] };
  const token = (more: Partial<IdTokenClaims> = {}): IdTokenClaims => ({ sub: 's', iat: SECONDS, ...more });
  test.each<[string, Partial<IdTokenClaims>, string | null]>([
    ['plain', {}, null],
    ['for us alone', { azp: 'preau' }, null],
    ['authorised for another', { azp: 'other' }, 'INVALID'],
    ['authorised for several', { azp: ['preau'] }, 'INVALID'],
    ['of a clock half a minute ahead', { iat: SECONDS + 30 }, null],
    ['of the future', { iat: SECONDS + 31 }, 'INVALID'],
    ['ten minutes old', { iat: SECONDS - 600 }, null],
    ['older', { iat: SECONDS - 601 }, 'INVALID'],
    ['of nobody', { sub: '' }, 'INVALID'],
    ['of somebody too long', { sub: 's'.repeat(256) }, 'INVALID'],
  ])('%s', (_, more, refusal) => {
    expect(idTokenRefusal(token(more), client, NOW)).toBe(refusal);
  });

  test.each<[unknown, string | null]>([
    ['eidas2', null],
    ['eidas1', 'LEVEL_TOO_LOW'],
    [undefined, 'LEVEL_TOO_LOW'],
    [['eidas2'], 'LEVEL_TOO_LOW'],
    ['', 'LEVEL_TOO_LOW'],
  ])('of level %j where eidas2 or eidas3 is wanted: %s', (acr, refusal) => {
    const wanted = { ...client, acceptedAcrs: ['eidas2', 'eidas3'] };
    expect(idTokenRefusal(token({ acr }), wanted, NOW)).toBe(refusal);
  });
});

test.each<[unknown, string[], boolean]>([
  [true, [], true],
  ['true', [], false],
  [false, [], false],
  [undefined, [], false],
  ['ENS', ['ENS', 'DOC'], true],
  ['DIR', ['ENS', 'DOC'], false],
  [['DIR', 'DOC'], ['ENS', 'DOC'], true],
  [[], ['ENS'], false],
  [undefined, ['ENS'], false],
  [true, ['true'], false],
])('the claim %j says that the person teaches, where %j does: %s', (claim, values, holds) => {
  expect(claimHolds(claim, values)).toBe(holds);
});

describe('the account an identity opens', () => {
  const shown = (more: Partial<IdentityShown> = {}): IdentityShown => ({
    known: null,
    bearer: null,
    signedInAs: null,
    trustEmail: false,
    ...more,
  });
  test.each<[string, Partial<IdentityShown>, object]>([
    ['one it has opened before', { known: 'a' }, { accountId: 'a', link: false }],
    ['that one, whatever its address', { known: 'a', bearer: 'b' }, { accountId: 'a', link: false }],
    ['none yet', {}, { accountId: null, link: false }],
    ['none yet, whoever is signed in', { signedInAs: 'b' }, { accountId: null, link: false }],
    ['not that of somebody with the same address', { bearer: 'b' }, { refusal: 'EMAIL_TAKEN' }],
    [
      'not even when somebody else is signed in',
      { bearer: 'b', signedInAs: 'c' },
      { refusal: 'EMAIL_TAKEN' },
    ],
    ['one’s own, once signed in to it', { bearer: 'b', signedInAs: 'b' }, { accountId: 'b', link: true }],
    [
      'by its address, if the provider is trusted',
      { bearer: 'b', trustEmail: true },
      { accountId: 'b', link: true },
    ],
  ])('is %s', (_, more, found) => {
    expect(accountFor(shown(more))).toEqual(found);
  });
});
