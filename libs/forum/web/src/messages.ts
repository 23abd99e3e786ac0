import type {
  FollowRefusalCode,
  ForumDraftRefusalCode,
  MuteRefusalCode,
  ManagingRefusal,
  OwnPostRefusal,
  PostingRefusalCode,
  SupportRefusalCode,
} from '@preau/forum-domain';
import { GraphQLFailure } from '@preau/graphql';
import { dayInParis } from '@preau/shared-domain';
import { formatDateTime, formatTime } from '@preau/ui';

const WORDS = {
  EMPTY: 'Message\u00a0: écrivez ce que vous avez à dire.',
  TOO_SHORT: 'Message\u00a0: ajoutez quelques mots, ce texte est trop court.',
  TOO_LONG: 'Message\u00a0: raccourcissez ce texte, il est trop long.',
  UNREADABLE: 'Message\u00a0: retirez les signes empilés, ce texte ne peut pas être lu.',
  TITLE_EMPTY: 'Titre\u00a0: dites en quelques mots de quoi parle le sujet.',
  TITLE_TOO_SHORT: 'Titre\u00a0: dites-en un peu plus, 8 caractères au moins.',
  TITLE_TOO_LONG: 'Titre\u00a0: raccourcissez-le, 150 caractères au plus.',
  TITLE_UNREADABLE: 'Titre\u00a0: retirez les signes empilés, il ne peut pas être lu.',
  TOO_MANY_IMAGES: 'Images\u00a0: un message en montre quatre au plus.',
  IMAGE_TWICE: 'Images\u00a0: la même image est là deux fois, retirez-en une.',
  ALT_EMPTY: 'Image\u00a0: décrivez ce qu’elle montre, pour qui ne la voit pas.',
  ALT_TOO_SHORT: 'Image\u00a0: décrivez-la un peu plus, en 3 caractères au moins.',
  ALT_TOO_LONG: 'Image\u00a0: raccourcissez sa description, 300 caractères au plus.',
  ALT_UNREADABLE: 'Image\u00a0: retirez les signes empilés de sa description.',
  UNKNOWN_IMAGE: 'Images\u00a0: l’une d’elles n’est plus gardée. Retirez-la, puis ajoutez-la à nouveau.',
  SUSPENDED:
    'Votre compte est suspendu\u00a0: vous pouvez lire, et pas écrire. La raison est dans votre espace.',
  NOT_OPEN: 'Les débats de cette concertation ne sont pas encore ouverts.',
  CLOSED: 'La concertation est terminée\u00a0: les débats se lisent, et ne s’écrivent plus.',
  LOCKED: 'Ce sujet vient d’être fermé aux réponses\u00a0: il se lit, et ne s’écrit plus.',
} as const;

/** Why a message was not taken. */
export const POSTING_REFUSALS: Record<PostingRefusalCode, string> = {
  ...WORDS,
  UNKNOWN_THEME: 'Thème\u00a0: choisissez un thème de cette concertation.',
  UNKNOWN_TOPIC: 'Ce sujet n’est plus ouvert aux réponses\u00a0: il a été supprimé ou masqué.',
  UNKNOWN_POST: 'Le message auquel vous répondez a été supprimé ou masqué entre-temps.',
  UNKNOWN_SERVICE: 'Ce service n’existe plus, ou vous ne pouvez plus répondre en son nom.',
  SLOW_MODE: 'Ce sujet est au ralenti\u00a0: chacun y laisse du temps entre deux messages.',
  TOO_MANY: 'Vous avez beaucoup écrit en peu de temps. Laissez aux autres le temps de vous lire.',
  DUPLICATE: 'Message\u00a0: vous venez d’envoyer exactement le même texte.',
  CONFLICT:
    'Ce message avait déjà été reçu, avec d’autres mots. Rechargez la page pour le voir et le modifier.',
};

/** Why a topic was not: it has a pace of its own. */
export const TOPIC_REFUSALS: Record<PostingRefusalCode, string> = {
  ...POSTING_REFUSALS,
  TOO_MANY:
    'Vous avez déjà ouvert plusieurs sujets depuis hier. Laissez-leur le temps d’être lus\u00a0; d’ici là, vous pouvez répondre dans les autres.',
};

/** Why one’s own message was not changed or deleted. */
export const OWN_POST_REFUSALS: Record<OwnPostRefusal, string> = {
  ...WORDS,
  NOT_YOURS: 'Ce message n’est pas le vôtre.',
  UNKNOWN_POST: 'Ce message n’est plus là, ou la modération l’a masqué.',
  STALE_REVISION:
    'Ce message a changé ailleurs depuis que vous l’avez ouvert. Copiez votre texte, puis rechargez la page.',
  TOO_MANY: 'Ce message a déjà été modifié cinquante fois\u00a0: il ne peut plus l’être.',
};

/** Why nothing was done to a topic, or to a service. */
export const MANAGING_REFUSALS: Record<ManagingRefusal, string> = {
  UNKNOWN_TOPIC: 'Ce sujet n’est plus là\u00a0: il a été supprimé ou masqué.',
  UNKNOWN_POST: 'Cette réponse n’est plus là\u00a0: elle a été supprimée ou masquée.',
  UNKNOWN_SERVICE: 'Service\u00a0: choisissez un service qui écrit encore.',
  OUT_OF_SCOPE: 'Ce sujet n’est pas de ceux que vous gérez. Vos droits ont peut-être changé.',
  TOO_SLOW: 'Rythme\u00a0: choisissez un jour au plus entre deux messages.',
  EMPTY: 'Texte\u00a0: écrivez quelques mots.',
  TOO_SHORT: 'Texte\u00a0: ajoutez quelques lettres, il est trop court.',
  TOO_LONG: 'Texte\u00a0: raccourcissez-le, il est trop long.',
  UNREADABLE: WORDS.UNREADABLE.replace('Message', 'Texte'),
  NAME_TAKEN: 'Nom\u00a0: un autre service le porte déjà.',
  REASON_EMPTY: 'Raison\u00a0: dites pourquoi le sujet se ferme, tout le monde la lira.',
  REASON_TOO_SHORT: 'Raison\u00a0: dites-en un peu plus, 8 caractères au moins.',
  REASON_TOO_LONG: 'Raison\u00a0: raccourcissez-la, 300 caractères au plus.',
  REASON_UNREADABLE: 'Raison\u00a0: retirez les signes empilés, elle ne peut pas être lue.',
  CITED_ELSEWHERE: 'Texte\u00a0: un message cité n’est pas de ce sujet.',
  CITED_UNKNOWN: 'Texte\u00a0: un message cité n’est pas publié, ou ne l’est plus.',
  TOO_MANY_CITED: 'Texte\u00a0: citez cent messages au plus.',
  STALE_DRAFT:
    'Ce brouillon a été enregistré par quelqu’un d’autre depuis que vous l’avez ouvert. Copiez votre texte, puis rechargez la page.',
};

/** Why a support was not counted. */
export const SUPPORT_REFUSALS: Record<SupportRefusalCode, string> = {
  UNKNOWN_POST: 'Ce message n’est plus là.',
  OWN_POST: 'Un message ne peut pas être soutenu par son auteur.',
  SUSPENDED: 'Votre compte est suspendu\u00a0: vous ne pouvez pas soutenir de message.',
  NOT_OPEN: WORDS.NOT_OPEN,
  CLOSED: 'La concertation est terminée\u00a0: les soutiens sont arrêtés.',
  LOCKED: 'Ce sujet est fermé aux réponses\u00a0: ses soutiens sont arrêtés.',
};

/** Why something could not be followed. */
export const FOLLOW_REFUSALS: Record<FollowRefusalCode, string> = {
  UNKNOWN_TOPIC: 'Ce sujet n’est plus là\u00a0: il a été supprimé ou masqué.',
  UNKNOWN_THEME: 'Ce thème n’existe plus.',
};

/** Why somebody's messages were not folded. */
export const MUTE_REFUSALS: Record<MuteRefusalCode, string> = {
  ONESELF: 'Ce sont vos propres messages.',
  UNKNOWN_PERSON: 'Ce compte n’existe plus.',
  TOO_MANY:
    'Vous avez déjà choisi de ne plus voir mille personnes. Revenez sur l’un de ces choix dans votre espace.',
};

/** Why a draft is on this device only. */
export const DRAFT_REFUSALS: Record<ForumDraftRefusalCode | 'OFFLINE', string> = {
  OFFLINE: 'le serveur n’a pas pu le recevoir.',
  TOO_LARGE: 'il est trop long pour être enregistré.',
  TOO_MANY: 'vous en avez déjà cent. Jetez-en dans votre espace.',
  GONE: 'il a été envoyé ou jeté depuis un autre appareil.',
  STALE_REVISION: 'Ce brouillon a aussi été écrit sur un autre appareil, où il dit\u00a0:',
};

interface Refusal {
  readonly code: PostingRefusalCode;
  readonly retryAt?: string | null | undefined;
}

/** A refusal in words, with the time from which one may try again. */
export function postingSentence({ code, retryAt }: Refusal, sentences = POSTING_REFUSALS): string {
  const sentence = sentences[code];
  if (!retryAt) return sentence;
  const isToday = dayInParis(new Date(retryAt)) === dayInParis(new Date());
  return `${sentence} Votre texte reste ici\u00a0: réessayez ${isToday ? `à ${formatTime(retryAt)}` : `le ${formatDateTime(retryAt)}`}.`;
}

const FAILURES: Readonly<Record<string, string>> = {
  OFFLINE: 'La connexion au serveur ne répond pas. Votre texte reste ici\u00a0: réessayez.',
  RATE_LIMITED: 'Beaucoup de demandes arrivent en même temps. Attendez une minute, puis réessayez.',
  UNAUTHENTICATED:
    'Votre session est terminée. Votre texte reste sur cet appareil\u00a0: connectez-vous, puis envoyez-le.',
};

/** The request itself failed: nothing was decided. Sent again, it counts once. */
export function failureSentence(error: unknown): string {
  const code = error instanceof GraphQLFailure ? error.code : '';
  return (
    FAILURES[code] ??
    'Le site a rencontré une erreur. Votre texte reste ici\u00a0: réessayez dans un instant.'
  );
}

const ACTION_FAILURES: Readonly<Record<string, string>> = {
  OFFLINE: 'La connexion au serveur ne répond pas. Réessayez.',
  RATE_LIMITED: 'Beaucoup de demandes arrivent en même temps. Attendez une minute, puis réessayez.',
  UNAUTHENTICATED: 'Votre session est terminée. Connectez-vous, puis réessayez.',
};

/** The same of what is done without a word typed. */
export function actionFailure(error: unknown): string {
  const code = error instanceof GraphQLFailure ? error.code : '';
  return ACTION_FAILURES[code] ?? 'Le site a rencontré une erreur. Réessayez dans un instant.';
}
