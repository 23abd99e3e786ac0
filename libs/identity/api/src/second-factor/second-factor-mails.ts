import { link, paragraph, type MailToQueue } from '@preau/shared-api';

/** What happens to the second factor of an account; the audit log calls it `second-factor.<change>`. */
export type SecondFactorChange =
  'enable' | 'replace' | 'remove' | 'renew-recovery-codes' | 'recovery-code' | 'reset';

/** What the sentences need, beside the change itself. */
export interface ChangeDetails {
  /** Recovery codes that have not served. */
  readonly left?: number;
  /** In the words of whoever did it. */
  readonly reason?: string;
}

interface Words {
  readonly subject: string;
  readonly happened: (details: ChangeDetails) => string;
  /** What may be done now by whoever did it themselves. */
  readonly next: (details: ChangeDetails) => string;
  /** After « Ce n’était pas vous ? » */
  readonly notYou: string;
}

const MAILBOX_READ =
  'Quelqu’un lit sans doute votre messagerie\u00a0: changez d’abord son mot de passe. Puis connectez-vous à Préau, ouvrez la page ci-dessus et choisissez «\u00a0Me déconnecter partout\u00a0».';
const LOCKED_OUT =
  'Si on vous demande un code que vous n’avez pas, écrivez à l’équipe du site\u00a0: un administrateur peut retirer cette double authentification.';

/** « 1 code », « 3 codes » */
const codes = (count: number) => `${String(count)} code${count > 1 ? 's' : ''}`;

const WORDS: Readonly<Record<SecondFactorChange, Words>> = {
  enable: {
    subject: 'La double authentification de votre compte est activée',
    happened: () =>
      'La double authentification vient d’être activée sur votre compte Préau\u00a0: à chaque connexion, un code de votre application vous sera demandé après le courriel.',
    next: () =>
      'Gardez vos codes de secours sur papier\u00a0: ils servent le jour où le téléphone est perdu.',
    notYou: `${MAILBOX_READ} ${LOCKED_OUT}`,
  },
  replace: {
    subject: 'La double authentification de votre compte a changé d’application',
    happened: () =>
      'Une autre application de codes vient de remplacer celle qui servait à vous connecter à Préau. Vos autres appareils ont été déconnectés, et vos anciens codes de secours ne servent plus.',
    next: () => 'Vous pouvez retirer Préau de l’ancienne application.',
    notYou: `${MAILBOX_READ} ${LOCKED_OUT}`,
  },
  remove: {
    subject: 'La double authentification de votre compte est retirée',
    happened: () =>
      'La double authentification vient d’être retirée de votre compte Préau. Le courriel de connexion suffit désormais à y entrer.',
    next: () => 'Vous pouvez l’activer de nouveau quand vous voulez, depuis votre espace.',
    notYou: `${MAILBOX_READ} Activez ensuite de nouveau la double authentification.`,
  },
  'renew-recovery-codes': {
    subject: 'Les codes de secours de votre compte sont remplacés',
    happened: () =>
      'De nouveaux codes de secours viennent d’être donnés pour votre compte Préau. Les précédents ne servent plus.',
    next: () => 'Jetez les anciens, et gardez les nouveaux sur papier.',
    notYou: `${MAILBOX_READ} Demandez ensuite d’autres codes de secours, et remplacez la double authentification.`,
  },
  'recovery-code': {
    subject: 'Un code de secours de votre compte vient de servir',
    happened: () =>
      'Un de vos codes de secours vient de servir à la place de votre application de codes, sur Préau.',
    next: ({ left = 0 }) =>
      left > 0
        ? `Il vous reste ${codes(left)} de secours. Si vous avez changé de téléphone, remplacez la double authentification depuis votre espace.`
        : 'C’était le dernier. Demandez-en de nouveaux depuis votre espace, sans attendre.',
    notYou:
      'Quelqu’un a lu votre messagerie et vos codes. Connectez-vous, déconnectez tous les appareils, puis remplacez vos codes de secours.',
  },
  reset: {
    subject: 'Un administrateur a retiré la double authentification de votre compte',
    happened: ({ reason = '' }) =>
      `Un administrateur de Préau vient de retirer la double authentification de votre compte, pour ce motif\u00a0: «\u00a0${reason}\u00a0». Tous vos appareils ont été déconnectés, et vos codes de secours ne servent plus.`,
    next: () =>
      'Connectez-vous par courriel, puis activez de nouveau la double authentification depuis votre espace. Les rôles qui la demandent attendent jusque-là.',
    notYou:
      'Si vous n’avez rien demandé, écrivez sans attendre à l’équipe du site, et changez le mot de passe de votre messagerie\u00a0: elle suffit en ce moment à entrer dans votre compte.',
  },
};

/** A service mail: nobody switches it off, since it is how an owner learns of what somebody else did. */
export function secondFactorMail(
  change: SecondFactorChange,
  details: ChangeDetails,
  { accountId, to, publicUrl }: { accountId: string; to: string; publicUrl: string },
): MailToQueue {
  const { subject, happened, next, notYou } = WORDS[change];
  return {
    kind: 'security',
    accountId,
    to,
    subject,
    body: {
      blocks: [
        paragraph('Bonjour,'),
        paragraph(happened(details)),
        paragraph(next(details)),
        link('Voir la sécurité de mon compte', `${publicUrl}/mon-espace/securite`),
        paragraph(`Ce n’était pas vous\u00a0? ${notYou}`),
      ],
    },
  };
}
