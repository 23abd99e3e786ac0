import type { ChosenKind, NotificationEvent } from './kinds';

const consultation = (title: string | null) =>
  title === null ? 'Une concertation que vous suivez' : `La concertation «\u00a0${title}\u00a0»`;

const topic = (title: string | null) => (title === null ? 'un sujet' : `«\u00a0${title}\u00a0»`);

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
  FORUM_REPLY: (title) => `Quelqu’un a répondu à votre message dans ${topic(title)}.`,
  FORUM_MENTION: (title) => `Quelqu’un parle de vous dans ${topic(title)}.`,
  FORUM_OFFICIAL_REPLY: (title) => `Une réponse officielle est publiée dans ${topic(title)}.`,
  FORUM_NEW_MESSAGE: (title) => `Il y a de nouveaux messages dans ${topic(title)}, que vous suivez.`,
  FORUM_NEW_TOPIC: (title) =>
    title === null
      ? 'Un sujet a été ouvert dans un thème que vous suivez.'
      : `Nouveau sujet dans un thème que vous suivez\u00a0: ${topic(title)}.`,
} satisfies Record<NotificationEvent, (title: string | null) => string>;

export function notificationSentence(event: NotificationEvent, subject: string | null): string {
  return SENTENCES[event](subject);
}

export const KIND_NAMES: Record<ChosenKind, string> = {
  CONSULTATION: 'Les étapes des concertations que je suis',
  RESULTS: 'Les bilans des concertations que je suis',
  FORUM_REPLIES: 'Les réponses à mes messages',
  FORUM_OFFICIAL: 'Les réponses officielles dans les débats que je suis',
  FORUM_FOLLOWED: 'Les nouveautés des débats que je suis',
};
