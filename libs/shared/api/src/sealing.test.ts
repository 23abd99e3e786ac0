import { describe, expect, test } from '@jest/globals';
import { seal, unseal } from './sealing';

describe('what is sealed', () => {
  const clear = Buffer.from('à garder pour soi');
  const sealed = seal('secret', 'a purpose', clear);

  test('opens with its secret, for its purpose', () => {
    expect(unseal('secret', 'a purpose', sealed)).toEqual(clear);
    expect(sealed.includes(clear)).toBe(false);
  });

  test('is never the same twice', () => {
    expect(seal('secret', 'a purpose', clear)).not.toEqual(sealed);
  });

  test.each([
    ['another secret', 'other', 'a purpose', sealed],
    ['another purpose', 'secret', 'another purpose', sealed],
    ['an altered byte', 'secret', 'a purpose', Buffer.from(sealed).fill(0, sealed.length - 1)],
    ['its end cut off', 'secret', 'a purpose', sealed.subarray(0, 20)],
  ])('does not open with %s', (_, secret, purpose, given) => {
    expect(() => unseal(secret, purpose, given)).toThrow();
  });
});
