import { link, paragraph, type MailToQueue } from '@preau/shared-api';
import type { Account } from '../accounts/account.entity';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** A service mail: whoever holds the address must hear of it, all the more when it was not them. */
export function deletionMail({ id, email }: Account, dueAt: Date, publicUrl: string): MailToQueue {
  return {
    kind: 'account-deletion',
    accountId: id,
    to: email ?? '',
    subject: 'Votre compte Préau va être supprimé',
    body: {
      blocks: [
        paragraph('Bonjour,'),
        paragraph(
          `Vous avez demandé la suppression de votre compte. Elle aura lieu le ${day.format(dueAt)}. Vos autres sessions sont déjà fermées, et vos réponses aux questionnaires ne peuvent plus être rattachées à votre compte.`,
        ),
        paragraph(
          'Vous changez d’avis, ou ce n’était pas vous\u00a0? Connectez-vous avant cette date, ouvrez «\u00a0Mes données\u00a0», puis «\u00a0Garder mon compte\u00a0».',
        ),
        link('Ouvrir «\u00a0Mes données\u00a0»', `${publicUrl}/mon-espace/donnees`),
        paragraph('Après cette date, votre adresse sera effacée et nous ne pourrons plus vous écrire.'),
      ],
    },
  };
}
