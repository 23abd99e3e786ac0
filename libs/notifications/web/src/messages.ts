import { GraphQLFailure } from '@preau/graphql';
import {
  type ChosenKind,
  type MailFrequency,
  type PreferenceRefusal,
  type UnsubscribeScope,
} from '@preau/notifications-domain';

export const FREQUENCY_NAMES: Record<MailFrequency, string> = {
  IMMEDIATE: 'Tout de suite',
  DAILY: 'Un résumé par jour',
  WEEKLY: 'Un résumé par semaine',
  NONE: 'Aucun courriel',
};

export const KIND_HINTS: Record<ChosenKind, string> = {
  CONSULTATION: 'Elle ouvre, elle ferme bientôt, elle est close.',
  RESULTS: 'Le bilan est publié.',
  FORUM_REPLIES: 'Quelqu’un vous répond ou vous mentionne.',
  FORUM_OFFICIAL: 'Un service répond en son nom dans un sujet que vous avez ouvert ou que vous suivez.',
  FORUM_FOLLOWED:
    'Un message dans un sujet, un sujet dans un thème. Un sujet n’est annoncé qu’une fois par jour tant que vous n’y revenez pas.',
};

export const PREFERENCE_REFUSALS: Record<PreferenceRefusal, string> = {
  PER_WEEK_OUT_OF_RANGE: 'Nombre de courriels par semaine\u00a0: choisissez de 1 à 20, ou aucune limite.',
};

export const SCOPE_NAMES: Record<UnsubscribeScope, string> = {
  CONSULTATION: 'les étapes des concertations que vous suivez',
  RESULTS: 'les bilans des concertations que vous suivez',
  FORUM_REPLIES: 'les réponses à vos messages',
  FORUM_OFFICIAL: 'les réponses officielles dans les débats que vous suivez',
  FORUM_FOLLOWED: 'les nouveautés des débats que vous suivez',
  IMMEDIATE: 'ce que vous avez choisi de recevoir tout de suite',
  DAILY: 'le résumé de chaque jour',
  WEEKLY: 'le résumé de chaque semaine',
};

const FAILURES: Readonly<Record<string, string>> = {
  OFFLINE: 'La connexion au serveur ne répond pas. Vérifiez votre réseau, puis réessayez.',
  UNAUTHENTICATED: 'Votre session est terminée. Connectez-vous de nouveau pour continuer.',
};

/** The request itself failed: nothing was decided. */
export function failureSentence(error: unknown): string {
  const code = error instanceof GraphQLFailure ? error.code : '';
  return FAILURES[code] ?? 'Le site a rencontré une erreur. Réessayez dans un instant.';
}
