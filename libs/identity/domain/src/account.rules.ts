import {
  displayNameFault,
  keptDisplayName,
  pseudonymFault,
  type DisplayNameFault,
  type PseudonymFault,
} from './display-name';

/** As what somebody takes part, by their own word: the codes are those of a questionnaire's profile. */
export const DECLARED_ROLES = [
  'teacher',
  'parent',
  'pupil',
  'school_staff',
  'local_authority',
  'partner',
  'citizen',
] as const;
export type DeclaredRole = (typeof DECLARED_ROLES)[number];

/** From 15 to 17 years, and from 18. Below, there is no account. */
export const AGE_BANDS = ['minor', 'adult'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const AGES = ['under_15', ...AGE_BANDS] as const;
export type Age = (typeof AGES)[number];

/** The version of the charter that is in force; it stands at the head of `/charte`. */
export const CHARTER_VERSION = '1.0';

export interface Registration {
  readonly age: Age;
  readonly displayName: string;
  readonly isPseudonym: boolean;
  readonly declaredRole: DeclaredRole;
  /** Code of an académie. */
  readonly academie: string | null;
  /** The version of the charter that was shown and accepted; null when the box was not ticked. */
  readonly charterVersion: string | null;
}

export const REGISTRATION_FAULTS = ['CHARTER_NOT_ACCEPTED', 'CHARTER_OUTDATED', 'UNKNOWN_ACADEMIE'] as const;
export interface RegistrationFault {
  readonly field: 'displayName' | 'academie' | 'charterVersion';
  readonly code: DisplayNameFault | PseudonymFault | (typeof REGISTRATION_FAULTS)[number];
}

/** Why nobody of that age can have an account, or null. Source: GDPR article 8, and 15 years in French law (loi 78-17, art. 45). */
export const ageRefusal = (age: Age): 'TOO_YOUNG' | null => (age === 'under_15' ? 'TOO_YOUNG' : null);

/** What must be mended before an account is created for that address; empty when nothing. */
export function registrationFaults(
  registration: Registration,
  email: string | null,
  academies: ReadonlySet<string>,
): RegistrationFault[] {
  const name = keptDisplayName(registration.displayName);
  const nameFault =
    displayNameFault(name) ?? (registration.age === 'minor' ? pseudonymFault(name, email) : null);
  const { academie, charterVersion } = registration;
  const faults: RegistrationFault[] = [];
  if (nameFault) faults.push({ field: 'displayName', code: nameFault });
  if (academie !== null && !academies.has(academie))
    faults.push({ field: 'academie', code: 'UNKNOWN_ACADEMIE' });
  if (charterVersion === null) faults.push({ field: 'charterVersion', code: 'CHARTER_NOT_ACCEPTED' });
  else if (charterVersion !== CHARTER_VERSION)
    faults.push({ field: 'charterVersion', code: 'CHARTER_OUTDATED' });
  return faults;
}

/** Whether a name stands for a pseudonym: always below 18, whatever was ticked. */
export const signsByPseudonym = ({ age, isPseudonym }: Pick<Registration, 'age' | 'isPseudonym'>): boolean =>
  age === 'minor' || isPseudonym;
