import { link, paragraph, type MailToQueue } from '@preau/shared-api';

/** « 1 code », « 3 codes » */
const codes = (count: number) => `${String(count)} code${count > 1 ? 's' : ''}`;

export const recoveryCodeUsedMail = (
  accountId: string,
  to: string,
  left: number,
  publicUrl: string,
): MailToQueue => ({
  kind: 'security',
  accountId,
  to,
  subject: 'Un code de secours de votre compte vient de servir',
  body: {
    blocks: [
      paragraph('Bonjour,'),
      paragraph(
        'Un de vos codes de secours vient de servir à la place de votre application de codes, sur Préau.',
      ),
      paragraph(
        left > 0
          ? `Il vous reste ${codes(left)} de secours. Si vous avez changé de téléphone, remplacez la double authentification depuis votre espace.`
          : 'C’était le dernier. Demandez-en de nouveaux depuis votre espace, sans attendre.',
      ),
      link('Voir la sécurité de mon compte', `${publicUrl}/mon-espace/securite`),
      paragraph(
        'Ce n’était pas vous\u00a0? Quelqu’un a lu votre messagerie et vos codes. Connectez-vous, déconnectez tous les appareils, puis remplacez vos codes de secours.',
      ),
    ],
  },
});
