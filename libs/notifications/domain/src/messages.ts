import type { ChosenKind, NotificationEvent } from './kinds';

const consultation = (title: string | null) =>
  title === null ? 'Une concertation que vous suivez' : `La concertation «\u00a0${title}\u00a0»`;

/** Said alike in a mail and on the screen. `subject` is the name of what it is about; null when that is gone. */
const SENTENCES = {
  NEW_SIGN_IN: () => 'Votre compte est maintenant ouvert sur un autre appareil.',
  ROLE_GRANTED: () => 'Un rôle vous a été confié sur Préau.',
  ROLE_REVOKED: () => 'Un rôle que vous aviez sur Préau vous a été retiré.',
  ACCOUNT_SUSPENDED: () => 'Votre compte a été suspendu.',
  ACCOUNT_RESTORED: () => 'Votre compte est de nouveau ouvert.',
  CONSULTATION_OPENED: (title) => `${consultation(title)} est ouverte\u00a0: vous pouvez y répondre.`,
  CONSULTATION_CLOSING: (title) => `${consultation(title)} ferme dans une semaine au plus.`,
  CONSULTATION_CLOSED: (title) => `${consultation(title)} est close.`,
  CONSULTATION_REPORTED: (title) => `${consultation(title)} a donné son bilan\u00a0: il est publié.`,
} satisfies Record<NotificationEvent, (title: string | null) => string>;

export function notificationSentence(event: NotificationEvent, subject: string | null): string {
  return SENTENCES[event](subject);
}

export const KIND_NAMES: Record<ChosenKind, string> = {
  CONSULTATION: 'Les étapes des concertations que je suis',
  RESULTS: 'Les bilans des concertations que je suis',
};
