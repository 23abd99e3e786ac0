import type { AgeBand, DeclaredRole } from './account.rules';
import { displayNameFault, keptDisplayName, type DisplayNameFault } from './display-name';

/** What people say of themselves, and may change. */
export interface Profile {
  /** As typed. */
  readonly displayName: string;
  readonly isPseudonym: boolean;
  readonly declaredRole: DeclaredRole | null;
  /** Code of an académie. */
  readonly academie: string | null;
}

export const PROFILE_FAULTS = ['PSEUDONYM_REQUIRED', 'UNKNOWN_ACADEMIE'] as const;

export interface ProfileFault {
  readonly field: 'displayName' | 'isPseudonym' | 'academie';
  readonly code: DisplayNameFault | (typeof PROFILE_FAULTS)[number];
}

/** Every reason why a profile cannot be kept as it is, by field; none when it can. Under 18, a name stays a pseudonym. */
export function profileFaults(
  { displayName, isPseudonym, academie }: Profile,
  ageBand: AgeBand | null,
  academies: ReadonlySet<string>,
): ProfileFault[] {
  const name = displayNameFault(keptDisplayName(displayName));
  const faults: ProfileFault[] = [];
  if (name) faults.push({ field: 'displayName', code: name });
  if (ageBand === 'minor' && !isPseudonym) faults.push({ field: 'isPseudonym', code: 'PSEUDONYM_REQUIRED' });
  if (academie !== null && !academies.has(academie)) {
    faults.push({ field: 'academie', code: 'UNKNOWN_ACADEMIE' });
  }
  return faults;
}
