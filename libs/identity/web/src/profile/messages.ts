import type { ProfileFault } from '@preau/identity-domain';
import { NAME_FAULTS, UNKNOWN_ACADEMIE } from '../messages';

/** Whoever is suspended writes nowhere. */
export const PROFILE_SUSPENDED =
  'Votre compte est suspendu\u00a0: votre profil ne peut pas être modifié tant que la suspension dure. Vous pouvez toujours lire le site, répondre aux questionnaires et télécharger vos données.';

/** What is wrong with a field of the profile, and how to mend it. */
export const PROFILE_FAULTS: Record<ProfileFault['code'], string> = {
  ...NAME_FAULTS,
  PSEUDONYM_REQUIRED: 'Avant 18 ans, le nom affiché reste un pseudonyme.',
  UNKNOWN_ACADEMIE,
};
