import type { AgeBand, DeclaredRole } from './account.rules';
import {
  displayNameFault,
  keptDisplayName,
  pseudonymFault,
  type DisplayNameFault,
  type PseudonymFault,
} from './display-name';

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
  readonly code: DisplayNameFault | PseudonymFault | (typeof PROFILE_FAULTS)[number];
}

export const PROFILE_REFUSALS = ['INVALID', 'ACCOUNT_SUSPENDED'] as const;

export interface ProfileRefusal {
  readonly code: (typeof PROFILE_REFUSALS)[number];
  /** Of what was typed: `INVALID` alone has some. */
  readonly faults: ProfileFault[];
}

/** Why a profile cannot be kept, or null. Suspended, one writes nowhere: a name is read beside all that one has published. */
export function profileRefusal(
  profile: Profile,
  account: Parameters<typeof profileFaults>[1] & { readonly suspendedAt: Date | null },
  academies: ReadonlySet<string>,
): ProfileRefusal | null {
  if (account.suspendedAt !== null) return { code: 'ACCOUNT_SUSPENDED', faults: [] };
  const faults = profileFaults(profile, account, academies);
  return faults.length > 0 ? { code: 'INVALID', faults } : null;
}

/** Every reason why a profile cannot be kept as it is, by field; none when it can. Under 18, a name stays a pseudonym. */
export function profileFaults(
  { displayName, isPseudonym, academie }: Profile,
  { ageBand, email }: { readonly ageBand: AgeBand | null; readonly email: string | null },
  academies: ReadonlySet<string>,
): ProfileFault[] {
  const kept = keptDisplayName(displayName);
  const name = displayNameFault(kept) ?? (ageBand === 'minor' ? pseudonymFault(kept, email) : null);
  const faults: ProfileFault[] = [];
  if (name) faults.push({ field: 'displayName', code: name });
  if (ageBand === 'minor' && !isPseudonym) faults.push({ field: 'isPseudonym', code: 'PSEUDONYM_REQUIRED' });
  if (academie !== null && !academies.has(academie)) {
    faults.push({ field: 'academie', code: 'UNKNOWN_ACADEMIE' });
  }
  return faults;
}
