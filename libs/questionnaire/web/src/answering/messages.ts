import { formatDateTime, formatDay, formatTime, plural } from '@preau/ui';
import type { SaveStatus } from '../drafts/draft-saver';
import type { SendStatus } from '../drafts/sender';

type SaveRefusal = Extract<SaveStatus, { kind: 'REFUSED' }>['code'];
type SendRefusal = Extract<SendStatus, { kind: 'REFUSED' }>['code'];

const STAYS = 'Tout ce que vous avez écrit reste sur cet appareil.';
const UNLINKED =
  'Votre compte a déjà envoyé une réponse à ce questionnaire, avant que vous demandiez sa suppression. Elle compte toujours, sans lien avec votre compte.';

/** Why the server does not keep the draft. Nothing is lost: the device has it. */
export const SAVE_REFUSALS: Readonly<Record<SaveRefusal, (limit: number | null) => string>> = {
  CLOSED: () => `Le questionnaire vient de se fermer\u00a0: il ne reçoit plus de réponses. ${STAYS}`,
  NOT_OPEN: () => `Le questionnaire n’est pas encore ouvert. ${STAYS}`,
  ALREADY_ANSWERED: () =>
    'Vous avez déjà envoyé votre réponse depuis un autre appareil. Revenez à la présentation du questionnaire pour la relire ou la modifier.',
  ANSWER_UNLINKED: () => UNLINKED,
  STALE_REVISION: () => `Ce brouillon a été modifié ailleurs. ${STAYS}`,
  TOO_LARGE: (limit) =>
    `Vos textes sont trop longs pour être gardés en ligne${limit ? ` (${plural(Math.round(limit / 1024), 'kilo-octet', 'kilo-octets')} au plus)` : ''}. ${STAYS} Raccourcissez-en un pour pouvoir reprendre ailleurs.`,
  TOO_MANY_DRAFTS: () =>
    `Trop de brouillons sont gardés en ligne en ce moment. ${STAYS} Vous pouvez continuer et envoyer depuis cet appareil.`,
  UNKNOWN_DRAFT: () => `Le brouillon en ligne n’existe plus. ${STAYS}`,
  UNKNOWN_QUESTIONNAIRE: () => `Ce questionnaire n’est plus en ligne. ${STAYS}`,
  UNKNOWN_VERSION: () => `Le questionnaire a changé. ${STAYS} Rechargez la page pour continuer.`,
  SIGNED_OUT: () =>
    `Votre session est terminée\u00a0: reconnectez-vous pour que vos réponses soient enregistrées en ligne. ${STAYS}`,
  BAD_INPUT: () =>
    `Un caractère ne peut pas être enregistré en ligne\u00a0: il vient souvent d’un texte collé. ${STAYS}`,
};

/** Why the server did not take the answers, and what to do. */
export const SEND_REFUSALS: Readonly<Record<SendRefusal, string>> = {
  NOT_OPEN: `Le questionnaire n’est pas encore ouvert\u00a0: revenez à l’ouverture. ${STAYS}`,
  CLOSED: `Le questionnaire s’est fermé avant l’arrivée de vos réponses. ${STAYS} Vous pouvez encore les relire et les copier.`,
  UNKNOWN_QUESTIONNAIRE: `Ce questionnaire n’est plus en ligne. ${STAYS}`,
  UNKNOWN_VERSION: `Le questionnaire a changé entre-temps. ${STAYS} Rechargez la page, vérifiez vos réponses, puis envoyez-les.`,
  UNKNOWN_RESPONSE: 'Ce code n’ouvre aucune réponse\u00a0: vérifiez-le.',
  INVALID_ANSWERS: 'Certaines réponses sont à revoir avant l’envoi. Rien n’est perdu.',
  ALREADY_ANSWERED: `Une réponse a déjà été envoyée depuis ce navigateur. Si une autre personne répond maintenant, dites-le nous ci-dessous. ${STAYS}`,
  ANSWER_UNLINKED: `${UNLINKED} ${STAYS}`,
  QUOTA_REACHED: `Le nombre de réponses prévu est atteint. ${STAYS}`,
  CONFLICT: `Ce brouillon a déjà été envoyé, avec d’autres réponses, sans doute depuis un autre appareil. Pour les modifier, servez-vous du code de votre récépissé. ${STAYS}`,
  CHALLENGE_REQUIRED: `Le site demande une vérification qu’il ne sait pas encore faire ici. ${STAYS} Réessayez un peu plus tard.`,
  BAD_INPUT: `Un caractère ne peut pas être envoyé\u00a0: il vient souvent d’un texte collé. Réécrivez le texte en cause. ${STAYS}`,
};

export const messages = {
  loading: 'Le questionnaire arrive…',
  unknown: 'Ce questionnaire n’existe pas',
  unknownHelp: 'Le lien est peut-être incomplet. Toutes les concertations sont sur la page d’accueil.',
  home: 'Aller à l’accueil',
  required:
    'Seules les questions marquées «\u00a0obligatoire\u00a0» attendent une réponse. Passez les autres si vous préférez.',

  intro: {
    lead: (minutes: number, sections: number) =>
      `Environ ${plural(minutes, 'minute', 'minutes')}, ${plural(sections, 'partie', 'parties')}, sans créer de compte.`,
    until: (closesAt: string) => `Ouvert jusqu’au ${formatDateTime(closesAt)}.`,
    parts: 'Ce que l’on vous demandera',
    partsBefore: 'Ce que l’on demandait',
    partsHelp: 'Selon votre profil, certaines questions ne vous seront pas posées.',
    privacy: 'Vos réponses et vous',
    privacyLines: [
      'Ni nom, ni adresse, ni compte\u00a0: votre réponse n’est liée à personne.',
      'Rien n’est compté avant que vous ne l’envoyiez. Un code vous permet ensuite de la relire et de la modifier jusqu’à la fermeture.',
      'Un brouillon est gardé trente jours, chiffré par une clé qui n’est que dans votre lien personnel.',
    ],
    privacyLinesMine: [
      'Votre réponse n’est liée à personne\u00a0: aucun fichier ne dit quel compte l’a envoyée.',
      'Elle ne se retrouve qu’avec votre session ou avec le code de votre récépissé, pour la relire et la modifier jusqu’à la fermeture.',
      'Un brouillon est gardé trente jours, chiffré par une clé que votre compte seul ouvre. Si vous supprimez votre compte, plus personne ne peut savoir quelles réponses étaient les vôtres.',
    ],
    privacyMore: 'En savoir plus sur les données personnelles',
    begin: 'Commencer',
    resume: 'Reprendre où j’en étais',
    toReview: 'Vérifier et envoyer mes réponses',
    draftTitle: 'Vous avez commencé à répondre',
    draftText: (at: string) =>
      `Vos réponses sont sur cet appareil, enregistrées le ${formatDateTime(at)}. Elles ne sont pas encore envoyées.`,
    sendingTitle: 'Votre envoi est en cours',
    sendingText: 'Vos réponses partiront dès que le serveur répondra.',
    sendingLink: 'Suivre l’envoi',
    notOpenTitle: 'Ce questionnaire n’est pas encore ouvert',
    notOpenText: (at: string) =>
      `Il ouvrira le ${formatDateTime(at)}. Revenez à ce moment-là\u00a0: il suffira de cliquer ici.`,
    closedTitle: 'Ce questionnaire est fermé',
    closedText: (at: string) =>
      `Il recevait des réponses jusqu’au ${formatDateTime(at)}. Merci à celles et ceux qui ont répondu.`,
    closedDraft:
      'Vos réponses commencées sur cet appareil n’ont pas été envoyées. Vous pouvez encore les relire.',
    results: 'Voir les résultats',
    answeredTitle: 'Vous avez déjà répondu depuis cet appareil',
    answeredText:
      'Ce rappel évite seulement d’envoyer deux fois la même chose par mégarde\u00a0: ce n’est pas un contrôle. Si une autre personne utilise cet appareil, elle peut répondre aussi.',
    receipt: 'Revoir mon récépissé',
    reread: 'Relire ou modifier mes réponses',
    rereadDraft: 'Relire mes réponses',
  },

  mine: {
    kept: 'Votre session est ouverte\u00a0: vos réponses sont gardées avec votre compte, sans y être reliées. Vous les retrouvez sur n’importe quel appareil en vous connectant, et elles comptent une seule fois.',
    draftText: (at: string) =>
      `Vos réponses vous attendent sur tous vos appareils, enregistrées le ${formatDateTime(at)}. Elles ne sont pas encore envoyées.`,
    answeredTitle: 'Vous avez déjà répondu',
    answeredText: (day: string) =>
      `Votre réponse a été envoyée le ${formatDay(day)}. Vous pouvez la relire, et la modifier jusqu’à la fermeture.`,
    reread: 'Relire ou modifier ma réponse',
    receipt: 'Voir mon récépissé',
    all: 'Voir toutes mes réponses',
    refused: `Votre compte a déjà envoyé une réponse, depuis un autre appareil. ${STAYS}`,
    unsentTitle: 'Ce que vous avez écrit ici n’a pas été envoyé',
    unsent:
      'Votre réponse était déjà partie d’un autre appareil. Pour la changer, modifiez-la\u202f; ce brouillon ne compte pas.',
    unlinkedTitle: 'Une réponse a déjà été envoyée',
    unlinkedText: `${UNLINKED} Personne ne peut plus la retrouver pour vous, et vous ne pouvez pas en envoyer une seconde. Si vous avez gardé le code de votre récépissé, il permet toujours de la relire.`,
    unlinkedUnsent: 'Votre réponse était déjà partie. Ce brouillon ne compte pas.',
    byCode: 'Ouvrir une réponse avec son code',
    forget: 'Effacer ce brouillon',
    deviceTitle: 'Des réponses ont été commencées sur cet appareil',
    deviceText: (at: string) =>
      `Elles datent du ${formatDateTime(at)}, sans session ouverte. Si elles sont de vous, vous pouvez les ajouter à celles de votre compte\u202f; sinon, elles restent ici pour la personne qui les a écrites.`,
    deviceAdd: 'Ce sont les miennes\u00a0: les ajouter',
  },

  someoneElse: {
    button: 'Une autre personne répond sur cet appareil',
    title: 'Laisser la place à une autre personne\u202f?',
    draft:
      'Les réponses commencées ici seront effacées de cet appareil. Votre lien personnel, si vous l’avez gardé, permet de les retrouver.',
    receipt: 'Le récépissé gardé ici sera effacé de cet appareil. Avez-vous bien noté votre code\u202f?',
    nothing: 'Le questionnaire repartira de zéro, comme sur un autre appareil.',
    confirm: 'Effacer et commencer',
    cancel: 'Annuler',
    sendAnyway: 'Une autre personne répond\u00a0: envoyer quand même',
  },

  section: {
    next: 'Suivant',
    review: 'Vérifier mes réponses',
    backToReview: 'Revenir à la vérification',
    previous: 'Précédent',
    later: 'Continuer plus tard',
    appeared: (labels: readonly string[]) =>
      `${labels.length === 1 ? 'Une question s’ajoute' : `${String(labels.length)} questions s’ajoutent`}\u00a0: ${labels.join('\u202f; ')}`,
    disappeared: (count: number) =>
      count === 1
        ? 'Une question ne vous concerne plus.'
        : `${String(count)} questions ne vous concernent plus.`,
    documentTitle: (title: string, step: number, steps: number, form: string) =>
      `${title} (étape ${String(step)} sur ${String(steps)}) — ${form}`,
    fault: (label: string, message: string) => `${label}\u00a0: ${message}`,
  },

  saved: {
    server: (at: string) => `Enregistré à ${formatTime(at)}`,
    device: (at: string) => `Enregistré sur cet appareil à ${formatTime(at)}`,
    tab: 'Vos modifications restent dans cet onglet tant que vous ne les avez pas envoyées.',
    offline:
      'Pas de connexion avec le serveur. Vous pouvez continuer\u00a0: vos réponses sont gardées sur cet appareil et seront enregistrées en ligne au retour du réseau.',
    full: 'La mémoire de ce navigateur est pleine\u00a0: vos réponses ne sont gardées qu’en ligne. Ne fermez pas cet onglet sans voir «\u00a0Enregistré\u00a0».',
    forbidden:
      'Ce navigateur ne garde rien (navigation privée, peut-être)\u00a0: vos réponses ne sont gardées qu’en ligne. Copiez votre lien personnel pour pouvoir reprendre.',
    forbiddenMine:
      'Ce navigateur ne garde rien (navigation privée, peut-être)\u00a0: vos réponses ne sont gardées qu’en ligne, avec votre compte.',
    newLink:
      'Le brouillon en ligne avait disparu\u00a0: envoyé depuis un autre appareil, ou vieux de plus de trente jours. Un nouveau lien personnel a été créé.',
  },

  link: {
    accordion: 'Reprendre plus tard ou sur un autre appareil',
    title: 'Continuer plus tard',
    kept: 'Vos réponses sont gardées. Rien n’est encore envoyé.',
    text: 'Ce lien personnel rouvre vos réponses là où vous en êtes, sur n’importe quel appareil et sans compte. Gardez-le pour vous\u00a0: qui le possède peut lire vos réponses.',
    mine: 'Vos réponses sont gardées avec votre compte\u00a0: connectez-vous sur n’importe quel appareil pour continuer là où vous en êtes. Un brouillon est gardé trente jours après le dernier enregistrement.',
    label: 'Votre lien personnel',
    copy: 'Copier le lien',
    copied: 'Lien copié.',
    notCopied: 'La copie n’a pas marché\u00a0: sélectionnez le lien, puis copiez-le.',
    none: 'Votre lien apparaîtra ici dès que vos premières réponses seront enregistrées en ligne.',
    duration: (until: string) =>
      `Il fonctionne trente jours après le dernier enregistrement, et jusqu’au ${formatDay(until)} au plus tard.`,
    back: 'Revenir au questionnaire',
  },

  resume: {
    loading: 'Vos réponses arrivent…',
    failed: 'Votre brouillon n’a pas pu être ouvert',
    goneTitle: 'Ce lien n’ouvre plus de brouillon',
    gone: 'Les réponses ont peut-être déjà été envoyées\u00a0: le code de votre récépissé permet alors de les retrouver. Sinon, le brouillon avait plus de trente jours, ou le lien est incomplet.',
    twoTitle: 'Cet appareil contient déjà des réponses',
    twoLead: (count: number) =>
      `Des réponses ont été commencées ici, et ${plural(count, 'question n’a pas', 'questions n’ont pas')} la même réponse dans votre lien. Lesquelles gardez-vous sur cet appareil\u202f?`,
    takeLink: 'Celles du lien',
    keepHere: 'Celles de cet appareil',
  },

  conflict: {
    notice: (count: number) =>
      `Vos réponses ont été modifiées sur un autre appareil\u00a0: ${plural(count, 'question diffère', 'questions diffèrent')}. Rien n’a été écrasé.`,
    noticeTab: (count: number) =>
      `${plural(count, 'question a été modifiée', 'questions ont été modifiées')} en même temps dans un autre onglet. Rien n’a été écrasé.`,
    choose: 'Choisir les réponses à garder',
    title: 'Deux versions de vos réponses',
    lead: (count: number) =>
      `${plural(count, 'question n’a pas', 'questions n’ont pas')} la même réponse des deux côtés. Gardez, pour chacune, celle qui vous convient.`,
    here: 'Ici',
    device: 'Sur l’autre appareil',
    tab: 'Dans l’autre onglet',
    allHere: 'Tout garder d’ici',
    allDevice: 'Tout prendre de l’autre appareil',
    allTab: 'Tout prendre de l’autre onglet',
    confirm: 'Garder ces réponses',
  },

  review: {
    title: 'Vérifiez vos réponses',
    step: 'Vérification',
    notSent: 'Vous n’avez pas encore envoyé vos réponses',
    notSentText:
      'Relisez-les, corrigez ce que vous voulez, puis envoyez-les avec le bouton en bas de la page.',
    notAmended: 'Vos modifications ne sont pas encore envoyées',
    notAmendedText: 'Tant que vous ne les envoyez pas, c’est votre réponse précédente qui compte.',
    noAnswer: 'Sans réponse',
    missing: 'Réponse attendue',
    edit: 'Modifier',
    editOf: (label: string) => ` la réponse à «\u00a0${label}\u00a0»`,
    send: 'Envoyer mes réponses',
    amend: 'Envoyer mes modifications',
    sending: 'Envoi en cours…',
    previous: 'Précédent',
    faults: (count: number) =>
      count === 1
        ? 'Une réponse est à revoir avant l’envoi'
        : `${String(count)} réponses sont à revoir avant l’envoi`,
    nothing: 'Vous n’avez encore répondu à aucune question.',
    agree: 'Oui',
    rank: (rank: number, label: string) => `${String(rank)}. ${label}`,
    row: (row: string, cell: string) => `${row}\u00a0: ${cell}`,
    scale: (step: number, max: number) => `${String(step)} sur ${String(max)}`,
  },

  personal: {
    title: 'Des informations personnelles\u202f?',
    text: 'Vos textes pourront être lus par d’autres. Il semble y avoir dedans de quoi reconnaître quelqu’un\u00a0:',
    kinds: {
      EMAIL: 'une adresse électronique',
      PHONE: 'un numéro de téléphone',
      SOCIAL_SECURITY_NUMBER: 'un numéro de sécurité sociale',
      NAMED_PERSON: 'le nom d’une personne',
    },
    finding: (kind: string, excerpt: string) => `${kind} («\u00a0${excerpt}\u00a0»)`,
    confirm: 'J’ai relu ces textes et je veux les envoyer tels quels.',
    confirmFirst: 'Retirez ces informations, ou cochez la case qui dit que vous les laissez.',
  },

  sending: {
    waitingTitle: 'Vos réponses attendent le réseau',
    waiting:
      'Le serveur ne répond pas. Vos réponses sont prêtes sur cet appareil et partiront toutes seules dès que possible\u00a0: une seule fois, même si vous rechargez la page. Elles ne peuvent plus changer d’ici là, car elles sont peut-être déjà arrivées\u202f; vous pourrez les modifier ensuite avec votre code.',
    retry: 'Réessayer maintenant',
    refusedTitle: 'Vos réponses n’ont pas été envoyées',
    elsewhereTitle: 'Ce questionnaire a été terminé dans un autre onglet',
    elsewhere:
      'Les réponses qui étaient ici ont été envoyées ou effacées depuis un autre onglet de ce navigateur.',
    elsewhereLink: 'Revenir à l’introduction',
    conflictLink: 'Ouvrir une réponse avec son code',
  },
} as const;
