import { GraphQLFailure } from '@preau/graphql';
import { formatDateTime, formatDay } from '@preau/ui';
import type { LinkRefusal } from './my-answers-query';

/** Why a response could not be added to one's space. */
export const LINK_REFUSALS: Readonly<Record<LinkRefusal, string>> = {
  UNKNOWN_RESPONSE:
    'Code du récépissé\u00a0: ce code n’ouvre aucune réponse. Comparez-le, lettre par lettre, avec votre récépissé.',
  TOO_MANY_TRIES: 'Code du récépissé\u00a0: trop d’essais à la suite. Réessayez dans un quart d’heure.',
  TOO_MANY_LINKS:
    'Code du récépissé\u00a0: vous avez déjà ajouté deux cents réponses. Retirez-en une d’abord.',
};

export const myAnswersMessages = {
  title: 'Mes réponses',
  lead: 'Les questionnaires que vous avez commencés ou envoyés avec votre compte, et les réponses que vous y avez ajoutées.',
  privacy:
    'Cette liste n’est écrite nulle part\u00a0: elle se calcule quand votre session est ouverte. Aucun fichier ne relie votre compte à une réponse.',
  loading: 'Vos réponses arrivent…',
  none: 'Vous n’avez encore répondu à aucun questionnaire avec ce compte.',
  browse: 'Voir les concertations',
  draft: 'Brouillon',
  sent: 'Envoyée',
  linked: 'Ajoutée par son code',
  savedAt: (at: string) => `Enregistré le ${formatDateTime(at)}, pas encore envoyé.`,
  tooLate: (closesAt: string) =>
    `Jamais envoyé\u00a0: le questionnaire s’est fermé le ${formatDay(closesAt)}.`,
  submittedOn: (day: string) => `Envoyée le ${formatDay(day)}.`,
  amendUntil: (closesAt: string) => `Modifiable jusqu’au ${formatDay(closesAt)}.`,
  resume: 'Reprendre',
  open: 'Relire ou modifier',
  read: 'Relire',
  of: (title: string) => ` ma réponse à «\u00a0${title}\u00a0»`,
  remove: 'Retirer de mon espace',
  removed: 'La réponse est retirée de votre espace. Son code l’ouvre toujours.',
  linkTitle: 'Ajouter une réponse envoyée sans vous connecter',
  linkText:
    'Son récépissé porte un code. Entré ici, il range la réponse dans votre espace\u00a0; elle reste anonyme pour tout le monde.',
  linkLabel: 'Code du récépissé',
  linkHint: 'Quatre groupes de cinq lettres et chiffres.',
  linkFault: 'Ce code est à revoir',
  linkMissing: 'Code du récépissé\u00a0: écrivez le code de votre récépissé.',
  link: 'Ajouter à mon espace',
  added: (title: string) => `La réponse à «\u00a0${title}\u00a0» est dans votre espace.`,
} as const;

/** The request itself failed: nothing was changed. */
export function failed(error: unknown): string {
  return error instanceof GraphQLFailure && error.code === 'OFFLINE'
    ? 'La connexion au serveur ne répond pas. Rien n’a changé\u00a0: réessayez.'
    : 'Le site a rencontré une erreur. Rien n’a changé\u00a0: réessayez dans un instant.';
}
