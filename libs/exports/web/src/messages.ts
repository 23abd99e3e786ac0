import { type DownloadFailure } from './download/save-response';

export type Standing = 'DRAFT' | 'UPCOMING' | 'OPEN' | 'CLOSED';

export const STANDING_NAMES: Record<Standing, string> = {
  DRAFT: 'En préparation',
  UPCOMING: 'À venir',
  OPEN: 'Ouvert',
  CLOSED: 'Fermé',
};

export const DOWNLOAD_FAILURES: Record<DownloadFailure, string> = {
  SIGNED_OUT: 'Votre session est terminée. Connectez-vous de nouveau, puis relancez le téléchargement.',
  NOT_FOUND: 'Ce fichier n’existe pas, ou ne vous est pas accessible.',
  BUSY: 'D’autres téléchargements sont en cours. Attendez qu’ils se terminent, puis relancez celui-ci.',
  SERVER: 'Le serveur n’a pas pu préparer le fichier. Réessayez dans un instant.',
  INTERRUPTED:
    'Le téléchargement s’est interrompu. Le fichier était incomplet\u00a0: il n’a pas été gardé. Relancez-le.',
  DISK: 'Le fichier n’a pas pu être écrit. Vérifiez la place qui reste sur votre appareil, puis relancez.',
};
