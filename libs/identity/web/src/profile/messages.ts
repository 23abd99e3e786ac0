import type { ProfileFault } from '@preau/identity-domain';
import { NAME_FAULTS, UNKNOWN_ACADEMIE } from '../messages';

/** What is wrong with a field of the profile, and how to mend it. */
export const PROFILE_FAULTS: Record<ProfileFault['code'], string> = {
  ...NAME_FAULTS,
  PSEUDONYM_REQUIRED: 'Avant 18 ans, le nom affiché reste un pseudonyme.',
  UNKNOWN_ACADEMIE,
};
