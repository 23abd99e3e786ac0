import { formatDay } from '@preau/ui';

/** What receipts say, and the page their code opens. */
export const receiptMessages = {
  title: 'Merci, votre réponse est enregistrée',
  amendedTitle: 'Merci, votre réponse est mise à jour',
  lead: 'Voici votre récépissé. Gardez le code\u00a0: lui seul permet de retrouver votre réponse.',
  code: 'Votre code',
  copy: 'Copier le code',
  copied: 'Code copié.',
  notCopied: 'La copie n’a pas marché\u00a0: sélectionnez le code, puis copiez-le.',
  print: 'Imprimer',
  download: 'Télécharger (.txt)',
  purposeTitle: 'À quoi sert ce code\u202f?',
  purpose: (closesAt: string) => [
    `À relire vos réponses, et à les modifier jusqu’au ${formatDay(closesAt)}.`,
    'À prouver ce que vous avez envoyé\u00a0: l’empreinte ci-dessus change si un seul mot change.',
    'Personne ne peut vous le redonner\u00a0: il n’est lié ni à votre nom, ni à votre adresse.',
  ],
  useIt: 'Relire ou modifier mes réponses',
  day: 'Envoyée le',
  digest: 'Empreinte (SHA-256)',
  questionnaire: 'Questionnaire',
  results: 'Voir les résultats',
  keptTitle: 'Sur cet appareil',
  kept: 'Ce récépissé reste sur cet appareil tant que vous ne l’effacez pas. Si d’autres personnes s’en servent, notez le code puis effacez-le.',
  mineTitle: 'Dans votre espace',
  mine: 'Ce récépissé reste dans votre espace, sur n’importe quel appareil où vous vous connectez. Rien n’en reste sur celui-ci quand vous vous déconnectez.',
  mineLink: 'Voir mes réponses',
  dismiss: 'J’ai noté mon code\u00a0: effacer le récépissé de cet appareil',
  dismissed: 'Le récépissé est effacé de cet appareil.',
  fileName: (slug: string) => `recepisse-${slug}.txt`,
  file: (lines: {
    title: string;
    consultation: string;
    code: string;
    submittedOn: string;
    digest: string;
    address: string;
  }) =>
    [
      'Récépissé de votre réponse',
      '',
      lines.consultation,
      lines.title,
      '',
      `Code\u00a0: ${lines.code}`,
      `Envoyée le ${formatDay(lines.submittedOn)}`,
      `Empreinte (SHA-256)\u00a0: ${lines.digest}`,
      '',
      `Pour relire ou modifier vos réponses\u00a0: ${lines.address}`,
      'Ce code est le seul moyen de retrouver votre réponse. Gardez-le pour vous.',
      '',
    ].join('\r\n'),

  openTitle: 'Retrouver ma réponse',
  openLead:
    'Entrez le code de votre récépissé pour relire vos réponses, et les modifier tant que le questionnaire est ouvert.',
  openLabel: 'Code du récépissé',
  openHint:
    'Quatre groupes de cinq lettres et chiffres. Majuscules, minuscules, espaces ou tirets\u00a0: tout convient.',
  open: 'Ouvrir ma réponse',
  opening: 'Recherche de votre réponse…',
  codeMissing: 'Code du récépissé\u00a0: écrivez le code de votre récépissé.',
  codeUnknown:
    'Code du récépissé\u00a0: ce code n’ouvre aucune réponse. Comparez-le, lettre par lettre, avec votre récépissé.',
  lost: 'Code perdu\u202f? Il n’est gardé nulle part ailleurs que sur votre récépissé\u00a0: personne ne peut le retrouver, nous non plus.',
  readTitle: 'Votre réponse',
  readLead: (day: string) => `Envoyée le ${formatDay(day)}.`,
  edit: 'Modifier mes réponses',
  editUntil: (closesAt: string) => `Vous pouvez la modifier jusqu’au ${formatDay(closesAt)}.`,
  noEdit: 'Le questionnaire est fermé\u00a0: votre réponse ne peut plus changer.',
  close: 'Refermer ma réponse',
  abandon: 'Abandonner mes modifications',
} as const;
