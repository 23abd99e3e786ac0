import { describe, expect, test } from '@jest/globals';
import {
  ageRefusal,
  CHARTER_VERSION,
  registrationFaults,
  signsByPseudonym,
  type Registration,
} from './account.rules';

const ACADEMIES = new Set(['01', '70']);
const faults = (given: Partial<Registration>, email: string | null = 'jeanne.martin@ac-paris.fr') =>
  registrationFaults(
    {
      age: 'adult',
      displayName: 'Jeanne Martin',
      isPseudonym: false,
      declaredRole: 'teacher',
      academie: '01',
      charterVersion: CHARTER_VERSION,
      ...given,
    },
    email,
    ACADEMIES,
  );

test('an account is created as it was filled in', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ academie: null })).toEqual([]);
  expect(faults({ displayName: '  Jeanne   Martin ' })).toEqual([]);
});

test.each<[Partial<Registration>, string, string]>([
  [{ displayName: 'J' }, 'displayName', 'TOO_SHORT'],
  [{ displayName: 'Jeanne\r\nBcc: a@b.test' }, 'displayName', 'CONTACT'],
  [{ displayName: 'мinistère' }, 'displayName', 'MIXED_SCRIPTS'],
  [{ academie: '99' }, 'academie', 'UNKNOWN_ACADEMIE'],
  [{ charterVersion: null }, 'charterVersion', 'CHARTER_NOT_ACCEPTED'],
  [{ charterVersion: '0.9' }, 'charterVersion', 'CHARTER_OUTDATED'],
])('%j is to be mended', (given, field, code) => {
  expect(faults(given)).toEqual([{ field, code }]);
});

test('every fault is told at once', () => {
  expect(faults({ displayName: '', academie: 'x', charterVersion: null })).toHaveLength(3);
});

describe('below 18', () => {
  test.each(['Jeanne Martin', 'Jean-Marie De La Tour', 'martin75', 'M4rtin', 'JEANNE', 'jeannette'])(
    'the name %s is too much their own',
    (displayName) => {
      expect(faults({ age: 'minor', displayName })).toEqual([{ field: 'displayName', code: 'REAL_NAME' }]);
    },
  );

  test.each(['Renard bleu', 'Luciole', 'petit nuage 75'])('the pseudonym %s is not', (displayName) => {
    expect(faults({ age: 'minor', displayName })).toEqual([]);
  });

  test('a provider that gives no address leaves nothing to compare with', () => {
    expect(faults({ age: 'minor', displayName: 'martin75' }, null)).toEqual([]);
  });

  test('the name is a pseudonym whatever was ticked', () => {
    expect(signsByPseudonym({ age: 'minor', isPseudonym: false })).toBe(true);
    expect(signsByPseudonym({ age: 'adult', isPseudonym: false })).toBe(false);
    expect(signsByPseudonym({ age: 'adult', isPseudonym: true })).toBe(true);
  });
});

test('below 15 there is no account', () => {
  expect(ageRefusal('under_15')).toBe('TOO_YOUNG');
  expect(ageRefusal('minor')).toBeNull();
  expect(ageRefusal('adult')).toBeNull();
});
