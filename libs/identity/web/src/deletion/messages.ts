import { DELETION_WORD, type DeletionRefusal } from '@preau/identity-domain';

export const DELETION_REFUSALS: Record<DeletionRefusal, string> = {
  WRONG_CONFIRMATION: `Pour confirmer, saisissez le mot ${DELETION_WORD}.`,
  LAST_ADMINISTRATOR:
    'Vous êtes la dernière personne à administrer ce site. Donnez d’abord ce rôle, sans date de fin, à quelqu’un d’autre.',
};
