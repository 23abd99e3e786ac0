import { type SecondFactorRefusal } from '@preau/identity-domain';
import { type Role } from '@preau/shared-domain';
import { plural } from '@preau/ui';
import { ROLE_NAMES } from '../messages';

/** A code of the application, or a recovery code, was refused. */
const REFUSALS: Record<SecondFactorRefusal, string> = {
  EXPIRED:
    'Il est trop tard pour ce code\u00a0: plus d’un quart d’heure a passé. Reprenez la connexion au début.',
  INVALID: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis saisissez-le.',
  NOT_ACTIVE: 'Ce compte n’a pas de double authentification.',
  TOO_MANY_TRIES: 'Trop d’essais. Attendez un quart d’heure, puis réessayez.',
  WANTED_BY_ROLE:
    'Vos rôles demandent une double authentification\u00a0: vous pouvez la remplacer, pas la retirer.',
};

export interface FactorRefused {
  readonly code: SecondFactorRefusal;
  readonly triesLeft?: number | null;
}

/** « … Il vous reste 3 essais. » */
export function factorRefusal({ code, triesLeft = null }: FactorRefused): string {
  if (code !== 'INVALID' || triesLeft === null) return REFUSALS[code];
  return `${REFUSALS[code]} Il vous reste ${plural(triesLeft, 'essai', 'essais')}.`;
}

export const SETUP_EXPIRED =
  'La clé affichée a plus d’une demi-heure. Rechargez la page pour en avoir une autre, puis ajoutez-la à votre application.';

/** « Modération et Équipe du ministère » */
export const rolesInWords = (roles: readonly Uppercase<Role>[]): string =>
  new Intl.ListFormat('fr').format(roles.map((role) => `«\u00a0${ROLE_NAMES[role]}\u00a0»`));

/** Said wherever somebody would otherwise believe in a protection that is not there. */
export const FACTOR_OFF =
  'Démonstration\u00a0: la double authentification est désactivée par le réglage SECOND_FACTOR. Les rôles qui la demandent agissent sans elle.';
