import type { SendingFault } from './send-image';

/** Why an image was not received. */
export const SENDING_FAULTS: Record<SendingFault, string> = {
  SUSPENDED: 'Votre compte est suspendu\u00a0: vous ne pouvez pas envoyer d’image.',
  TOO_LARGE: 'Cette image pèse plus de 10\u00a0Mo. Réduisez-la, puis ajoutez-la à nouveau.',
  NOT_AN_IMAGE: 'Ce fichier n’est pas une image JPEG, PNG, WebP, AVIF ou GIF.',
  TOO_MANY_PIXELS: 'Cette image a plus de 40 millions de points. Réduisez-la, puis ajoutez-la à nouveau.',
  UNREADABLE: 'Cette image est abîmée ou incomplète\u00a0: elle ne peut pas être lue.',
  TOO_MANY: 'Vous avez envoyé trente images en un jour. Réessayez demain.',
  NO_ROOM: 'Vos images occupent toute la place qui vous est donnée. Supprimez-en de vos anciens messages.',
  BUSY: 'Beaucoup d’images arrivent en même temps. Réessayez dans un instant.',
  CONFLICT: 'Cette image n’a pas pu être ajoutée. Retirez-la, puis ajoutez-la à nouveau.',
  OFFLINE: 'La connexion au serveur ne répond pas. Réessayez.',
  UNAUTHENTICATED: 'Votre session est terminée. Votre texte reste sur cet appareil\u00a0: connectez-vous.',
  FAILED: 'Le site a rencontré une erreur. Réessayez dans un instant.',
};

/** Faults that pass: the same image may be sent again. */
export const MAY_RETRY: readonly SendingFault[] = ['BUSY', 'OFFLINE', 'UNAUTHENTICATED', 'FAILED'];
