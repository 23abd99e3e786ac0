import { GraphQLFailure } from '@preau/graphql';
import {
  DISPLAY_NAME_LENGTH,
  type Age,
  type DeclaredRole,
  type DisplayNameFault,
  type OidcRefusal,
  type PseudonymFault,
  type RegistrationFault,
  type SignInRefusal,
} from '@preau/identity-domain';
import { type Role } from '@preau/shared-domain';
import { plural } from '@preau/ui';

/** A code typed by hand was refused. */
export const CODE_REFUSALS: Record<SignInRefusal, string> = {
  EXPIRED:
    'Ce code ne sert plus\u00a0: il a plus de quinze minutes, ou il a déjà servi. Demandez-en un autre.',
  INVALID: 'Ce code n’est pas le bon. Vérifiez les six chiffres du dernier message reçu.',
  OTHER_BROWSER: 'Ce message a été demandé dans un autre navigateur\u00a0: saisissez aussi son code.',
  TOO_MANY_TRIES:
    'Trop d’essais\u00a0: ce code ne sert plus. Ouvrez le lien du message, ou attendez un quart d’heure avant d’en demander un autre.',
};

/** The link of a mail was refused. */
export const LINK_REFUSALS: Record<SignInRefusal, string> = {
  EXPIRED:
    'Ce lien ne sert plus\u00a0: il a plus de quinze minutes, il a déjà servi, ou un message plus récent le remplace.',
  INVALID: 'Ce lien n’est pas valable\u00a0: il est peut-être incomplet.',
  OTHER_BROWSER: CODE_REFUSALS.OTHER_BROWSER,
  TOO_MANY_TRIES:
    'Trop d’essais ont été faits avec le code de ce message\u00a0: son lien ne sert plus non plus.',
};

/** « … Il vous reste 3 essais. » */
export function codeRefusal(code: SignInRefusal, triesLeft: number | null): string {
  if (code !== 'INVALID' || triesLeft === null) return CODE_REFUSALS[code];
  return `${CODE_REFUSALS[code]} Il vous reste ${plural(triesLeft, 'essai', 'essais')}.`;
}

/** A provider of identities signed nobody in. */
export const PROVIDER_REFUSALS: Record<OidcRefusal, string> = {
  CANCELLED: 'Vous avez interrompu la connexion. Vous pouvez recommencer, ou recevoir un lien par courriel.',
  EMAIL_TAKEN:
    'Un compte existe déjà ici avec l’adresse que ce service a donnée. Connectez-vous d’abord par courriel, puis revenez à cette page et choisissez de nouveau ce service\u00a0: il ouvrira désormais votre compte.',
  EXPIRED:
    'Cette connexion ne sert plus\u00a0: elle a plus de dix minutes, elle a déjà servi, ou elle a été commencée dans un autre navigateur. Recommencez.',
  INVALID: 'La réponse de ce service n’a pas pu être vérifiée. Recommencez, ou connectez-vous par courriel.',
  LEVEL_TOO_LOW:
    'Ce service ne vous a pas identifié avec un niveau suffisant. Recommencez en présentant deux facteurs, ou connectez-vous par courriel.',
  PROVIDER_ERROR: 'Ce service a répondu par une erreur. Réessayez plus tard, ou connectez-vous par courriel.',
  UNAVAILABLE: 'Ce service ne répond pas. Réessayez dans un instant, ou connectez-vous par courriel.',
  UNKNOWN_PROVIDER:
    'Ce service n’est pas, ou n’est plus, proposé ici. Choisissez une autre façon de vous connecter.',
};

const FAILURES: Readonly<Record<string, string>> = {
  OFFLINE: 'La connexion au serveur ne répond pas. Vérifiez votre réseau, puis réessayez.',
  RATE_LIMITED: 'Beaucoup de demandes arrivent en même temps. Attendez une minute, puis réessayez.',
  BAD_INPUT: 'Le site n’a pas compris cette saisie. Corrigez-la, puis réessayez.',
};

/** The request itself failed: nothing was decided. */
export function failureSentence(error: unknown): string {
  const code = error instanceof GraphQLFailure ? error.code : '';
  return FAILURES[code] ?? 'Le site a rencontré une erreur. Réessayez dans un instant.';
}

export const ROLE_NAMES: Record<Uppercase<Role>, string> = {
  ADMIN: 'Administration du site',
  COORDINATOR: 'Coordination académique',
  FACILITATOR: 'Animation de rencontres',
  MODERATOR: 'Modération',
  PARTICIPANT: 'Participation',
  STAFF: 'Équipe du ministère',
  TEACHER: 'Personnel enseignant vérifié',
};

/** As what somebody takes part, by their own word. */
export const DECLARED_ROLE_NAMES: Record<Uppercase<DeclaredRole>, string> = {
  TEACHER: 'Enseignant ou enseignante',
  PARENT: 'Parent d’élève',
  PUPIL: 'Élève, étudiant ou étudiante',
  SCHOOL_STAFF: 'Autre personnel\u00a0: direction, vie scolaire, inspection',
  LOCAL_AUTHORITY: 'Élu, élue, agent ou agente d’une collectivité',
  PARTNER: 'Membre d’une association ou d’une entreprise',
  CITIZEN: 'Citoyen ou citoyenne, à un autre titre',
};

export const AGE_NAMES: Record<Uppercase<Age>, string> = {
  UNDER_15: 'Moins de 15 ans',
  MINOR: 'De 15 à 17 ans',
  ADULT: '18 ans ou plus',
};

/** What is wrong with a name, and how to mend it. */
export const NAME_FAULTS: Record<DisplayNameFault | PseudonymFault, string> = {
  TOO_SHORT: `Saisissez un nom d’au moins ${DISPLAY_NAME_LENGTH.min} caractères, dont une lettre.`,
  TOO_LONG: `Raccourcissez ce nom\u00a0: ${DISPLAY_NAME_LENGTH.max} caractères au plus.`,
  UNPRINTABLE: 'Ce nom contient des signes invisibles ou empilés. Saisissez-le de nouveau, au clavier.',
  MIXED_SCRIPTS: 'Ce nom mélange des lettres de plusieurs alphabets. N’en gardez qu’un.',
  CONTACT: 'Ce nom est visible de tous\u00a0: n’y mettez ni adresse, ni lien, ni numéro de téléphone.',
  RESERVED: 'Ce nom laisserait croire que vous parlez au nom de l’administration ou de l’équipe du site.',
  REAL_NAME:
    'Avant 18 ans, choisissez un pseudonyme qui ne dise ni votre nom ni votre adresse, par exemple «\u00a0renard bleu\u00a0».',
};

export const UNKNOWN_ACADEMIE = 'Choisissez une académie de la liste.';

export const REGISTRATION_FAULTS: Record<RegistrationFault['code'], string> = {
  ...NAME_FAULTS,
  UNKNOWN_ACADEMIE,
  CHARTER_NOT_ACCEPTED: 'Lisez la charte et cochez la case pour l’accepter.',
  CHARTER_OUTDATED: 'La charte vient de changer\u00a0: rechargez la page pour lire la nouvelle version.',
};
