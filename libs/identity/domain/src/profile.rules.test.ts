import { expect, test } from '@jest/globals';
import { profileFaults, profileRefusal, type Profile } from './profile.rules';

const ACADEMIES = new Set(['09']);
const profile: Profile = {
  displayName: 'Dominique Petit',
  isPseudonym: false,
  declaredRole: null,
  academie: '09',
};
const faults = (changes: Partial<Profile>, ageBand: 'minor' | 'adult' | null = 'adult') =>
  profileFaults({ ...profile, ...changes }, { ageBand, email: 'dominique.petit@preau.test' }, ACADEMIES);

test('an ordinary profile is kept, whatever it leaves out', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ academie: null }, null)).toEqual([]);
  expect(faults({ displayName: 'Renard bleu', isPseudonym: true }, 'minor')).toEqual([]);
});

test('each fault names its field, all at once', () => {
  expect(faults({ displayName: 'Le Ministère', isPseudonym: false, academie: '99' }, 'minor')).toEqual([
    { field: 'displayName', code: 'RESERVED' },
    { field: 'isPseudonym', code: 'PSEUDONYM_REQUIRED' },
    { field: 'academie', code: 'UNKNOWN_ACADEMIE' },
  ]);
});

test('under 18 a name does not tell who it is', () => {
  expect(faults({ isPseudonym: true }, 'minor')).toEqual([{ field: 'displayName', code: 'REAL_NAME' }]);
});

test('a name is judged as it would be kept', () => {
  expect(faults({ displayName: ' \u200bDominique \n Petit ' })).toEqual([]);
  expect(faults({ displayName: ' \u202e ' })).toEqual([{ field: 'displayName', code: 'TOO_SHORT' }]);
});

test('suspended, nothing is kept, however good; else what is wrong is said', () => {
  const account = { ageBand: null, email: null, suspendedAt: null };
  const refusal = (changes: Partial<Profile>, suspendedAt: Date | null) =>
    profileRefusal({ ...profile, ...changes }, { ...account, suspendedAt }, ACADEMIES);
  expect(refusal({}, null)).toBeNull();
  expect(refusal({ academie: '99' }, null)).toEqual({
    code: 'INVALID',
    faults: [{ field: 'academie', code: 'UNKNOWN_ACADEMIE' }],
  });
  for (const academie of ['09', '99']) {
    expect(refusal({ academie }, new Date(0))).toEqual({ code: 'ACCOUNT_SUSPENDED', faults: [] });
  }
});
