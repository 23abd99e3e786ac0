import { GraphQLFailure } from '@preau/graphql';
import { type SignInRefusal } from '@preau/identity-domain';
import { type Role } from '@preau/shared-domain';
import { plural } from '@preau/ui';

/** A code typed by hand was refused. */
export const CODE_REFUSALS: Record<SignInRefusal, string> = {
  EXPIRED:
    'Ce code ne sert plus\u00a0: il a plus de quinze minutes, ou il a déjà servi. Demandez-en un autre.',
  INVALID: 'Ce code n’est pas le bon. Vérifiez les six chiffres du dernier message reçu.',
  TOO_MANY_TRIES: 'Trop d’essais\u00a0: ce code ne sert plus. Demandez-en un autre.',
};

/** The link of a mail was refused. */
export const LINK_REFUSALS: Record<SignInRefusal, string> = {
  EXPIRED:
    'Ce lien ne sert plus\u00a0: il a plus de quinze minutes, il a déjà servi, ou un message plus récent le remplace.',
  INVALID: 'Ce lien n’est pas valable\u00a0: il est peut-être incomplet.',
  TOO_MANY_TRIES:
    'Trop d’essais ont été faits avec le code de ce message\u00a0: son lien ne sert plus non plus.',
};

/** « … Il vous reste 3 essais. » */
export function codeRefusal(code: SignInRefusal, triesLeft: number | null): string {
  if (code !== 'INVALID' || triesLeft === null) return CODE_REFUSALS[code];
  return `${CODE_REFUSALS[code]} Il vous reste ${plural(triesLeft, 'essai', 'essais')}.`;
}

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
