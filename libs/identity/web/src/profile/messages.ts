import { DISPLAY_NAME_LENGTH, type DeclaredRole, type ProfileFault } from '@preau/identity-domain';

/** What is wrong with a field of the profile, and how to mend it. */
export const PROFILE_FAULTS: Record<ProfileFault['code'], string> = {
  TOO_SHORT: `Saisissez un nom d’au moins ${DISPLAY_NAME_LENGTH.min} lettres.`,
  TOO_LONG: `Raccourcissez ce nom\u00a0: ${DISPLAY_NAME_LENGTH.max} caractères au plus.`,
  UNPRINTABLE: 'Ce nom contient des signes invisibles ou empilés. Saisissez-le de nouveau, au clavier.',
  MIXED_SCRIPTS: 'Ce nom mélange des lettres de plusieurs alphabets. N’en gardez qu’un.',
  CONTACT: 'Ce nom est visible de tous\u00a0: n’y mettez ni adresse, ni lien, ni numéro de téléphone.',
  RESERVED: 'Ce nom laisserait croire que vous parlez au nom de l’administration ou de l’équipe du site.',
  PSEUDONYM_REQUIRED: 'Avant 18 ans, le nom affiché reste un pseudonyme.',
  UNKNOWN_ACADEMIE: 'Choisissez une académie de la liste.',
};

export const DECLARED_ROLE_NAMES: Record<Uppercase<DeclaredRole>, string> = {
  TEACHER: 'Enseignante ou enseignant',
  PARENT: 'Parent d’élève',
  PUPIL: 'Élève, étudiante ou étudiant',
  SCHOOL_STAFF: 'Autre personnel d’un établissement',
  LOCAL_AUTHORITY: 'Collectivité territoriale',
  PARTNER: 'Partenaire, association, entreprise',
  CITIZEN: 'À un autre titre',
};
