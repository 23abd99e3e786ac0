import type { PostingRefusalCode } from './posting.rules';

/** What an answer by mail cannot be refused for: it has no title and no images, begins nothing and speaks for nobody. */
type NotByMail =
  | Extract<PostingRefusalCode, `TITLE_${string}` | `ALT_${string}` | `${string}IMAGE${string}`>
  | 'UNKNOWN_THEME'
  | 'UNKNOWN_SERVICE'
  | 'CONFLICT';
export type MailRefusalCode = Exclude<PostingRefusalCode, NotByMail>;

/** Why an answer by mail was not published, as its author is told by mail. */
export const MAIL_REFUSALS: Record<MailRefusalCode, string> = {
  EMPTY:
    'Nous n’avons pas trouvé de texte dans votre réponse. Écrivez-le tout en haut, au-dessus du message auquel vous répondez.',
  TOO_SHORT: 'Votre réponse n’a pas été publiée\u00a0: ajoutez quelques mots, ce texte est trop court.',
  TOO_LONG: 'Votre réponse n’a pas été publiée\u00a0: elle dépasse 20\u202f000 caractères. Raccourcissez-la.',
  UNREADABLE:
    'Votre réponse n’a pas été publiée\u00a0: retirez les signes empilés, ce texte ne peut pas être lu.',
  SUSPENDED:
    'Votre réponse n’a pas été publiée\u00a0: votre compte est suspendu. La raison est dans votre espace.',
  NOT_OPEN:
    'Votre réponse n’a pas été publiée\u00a0: les débats de cette concertation ne sont pas encore ouverts.',
  CLOSED:
    'Votre réponse n’a pas été publiée\u00a0: la concertation est terminée. Ses débats se lisent, et ne s’écrivent plus.',
  LOCKED: 'Votre réponse n’a pas été publiée\u00a0: ce sujet est fermé aux réponses.',
  UNKNOWN_TOPIC: 'Votre réponse n’a pas été publiée\u00a0: ce sujet a été supprimé ou masqué.',
  UNKNOWN_POST:
    'Votre réponse n’a pas été publiée\u00a0: le message auquel vous répondez a été supprimé ou masqué.',
  SLOW_MODE:
    'Votre réponse n’a pas été publiée\u00a0: ce sujet est au ralenti, chacun y laisse du temps entre deux messages. Renvoyez-la un peu plus tard.',
  TOO_MANY:
    'Votre réponse n’a pas été publiée\u00a0: vous avez beaucoup écrit en peu de temps. Renvoyez-la un peu plus tard.',
  DUPLICATE:
    'Votre réponse n’a pas été publiée une seconde fois\u00a0: vous venez d’écrire exactement le même texte.',
};

/** An answer that waits: its author is told, who would look for it in vain. */
export const HELD_BY_MAIL =
  'Votre réponse a été reçue. Elle sera relue avant d’être publiée\u00a0; en attendant, vous seul ou vous seule la voyez.';

export const isMailRefusal = (code: PostingRefusalCode): code is MailRefusalCode => code in MAIL_REFUSALS;
