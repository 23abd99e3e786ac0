import { link, paragraph, type MailToQueue } from '@preau/shared-api';
import type { Opposition } from './opposition.entity';

/** A service mail: the law asks for an answer. */
export function answerMail(
  to: string,
  { accountId, state, answer }: Opposition,
  title: string,
  publicUrl: string,
): MailToQueue {
  const decision = state === 'accepted' ? 'acceptée' : 'refusée';
  return {
    kind: 'opposition',
    accountId,
    to,
    subject: 'Réponse à votre opposition',
    body: {
      blocks: [
        paragraph('Bonjour,'),
        paragraph(
          `Vous vous êtes opposé ou opposée à un usage de vos données\u00a0: «\u00a0${title}\u00a0». Votre opposition est ${decision}.`,
        ),
        paragraph(answer ?? ''),
        link('La relire dans mon espace', `${publicUrl}/mon-espace/donnees`),
        paragraph(
          'Si la réponse ne vous convient pas, vous pouvez adresser une réclamation à la Commission nationale de l’informatique et des libertés (www.cnil.fr/fr/plaintes).',
        ),
      ],
    },
  };
}
