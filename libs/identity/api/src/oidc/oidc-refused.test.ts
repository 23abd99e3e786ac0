import { describe, expect, test } from '@jest/globals';
import { ClientError } from 'openid-client';
import { OidcRefused, refusalOf } from './oidc-refused';

const claims = { sub: 'nadia', email: 'nadia@preau.test' };
const about = (cause: unknown) => Object.assign(new Error('unexpected claim', { cause }), { code: 'CLAIM' });

describe('what the log is told of a refusal', () => {
  test('is what went wrong and under which code, one within the other', () => {
    expect(new OidcRefused('INVALID', about(about(undefined))).reason).toBe(
      'unexpected claim (CLAIM) < unexpected claim (CLAIM)',
    );
    expect(new OidcRefused('INVALID', 'no identity token').reason).toBe('no identity token');
    expect(new OidcRefused('EMAIL_TAKEN').reason).toBe('');
  });

  test('never is what a provider said of somebody', () => {
    expect(new OidcRefused('INVALID', about({ claims, body: claims })).reason).not.toContain('nadia');
    expect(new OidcRefused('INVALID', about(new URLSearchParams(claims))).reason).not.toContain('nadia');
    expect(new OidcRefused('INVALID', about(new SyntaxError('… "nadia@preau" …'))).reason).not.toContain(
      'nadia',
    );
  });
});

describe('an error', () => {
  test('of openid-client is a refusal', () => {
    expect(refusalOf(new ClientError('x')).code).toBe('INVALID');
    expect(refusalOf(Object.assign(new ClientError('x'), { code: 'OAUTH_TIMEOUT' })).code).toBe(
      'UNAVAILABLE',
    );
    expect(refusalOf(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })).code).toBe(
      'UNAVAILABLE',
    );
  });

  test('of ours is not taken for one', () => {
    expect(() => refusalOf(new TypeError('x is not a function'))).toThrow('x is not a function');
    expect(() => refusalOf(new RangeError('y'))).toThrow('y');
  });
});
