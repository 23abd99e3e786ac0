import type {
  AccountState,
  GrantRefusal,
  ReinstateRefusal,
  ResetRefusal,
  RevokeRefusal,
  SuspendRefusal,
} from '@preau/identity-domain';
import { REASON_LENGTH } from '@preau/identity-domain';

export const STATE_NAMES: Record<AccountState, string> = {
  ACTIVE: 'Actif',
  SUSPENDED: 'Suspendu',
  DELETION_ASKED: 'Suppression demandée',
  DELETED: 'Supprimé',
};

const REASONS = {
  REASON_TOO_SHORT: `Dites pourquoi en une phrase, d’au moins ${String(REASON_LENGTH.min)} caractères.`,
  REASON_TOO_LONG: `Raccourcissez le motif\u00a0: ${String(REASON_LENGTH.max)} caractères au plus.`,
};
const COMMON = {
  ...REASONS,
  UNKNOWN_ACCOUNT: 'Ce compte n’existe plus.',
  OWN_ACCOUNT: 'C’est votre compte\u00a0: un autre administrateur peut changer vos droits.',
  LAST_ADMINISTRATOR:
    'Il ne resterait plus personne pour administrer le site sans limite de durée. Nommez d’abord quelqu’un d’autre.',
};

export const GRANT_REFUSALS: Record<GrantRefusal, string> = {
  ...COMMON,
  ACCOUNT_SUSPENDED: 'Ce compte est suspendu\u00a0: rouvrez-le avant de lui donner un rôle.',
  NOT_GRANTABLE: 'Toute personne qui a un compte participe déjà\u00a0: choisissez un autre rôle.',
  END_IN_PAST: 'Cette date est passée. Choisissez un jour à venir, ou aucun.',
  TERRITORY_REQUIRED: 'Choisissez le territoire où ce rôle s’exerce.',
  TERRITORY_NOT_ALLOWED: 'Ce rôle s’exerce partout\u00a0: ne choisissez pas de territoire.',
  UNKNOWN_TERRITORY:
    'Ce territoire n’existe pas. Choisissez-le dans la liste, ou vérifiez le numéro de l’établissement.',
  THEME_NOT_ALLOWED: 'Ce rôle porte sur tous les thèmes\u00a0: n’en choisissez pas.',
  UNKNOWN_THEME: 'Ce thème n’existe plus. Choisissez-en un autre.',
  SECOND_FACTOR_REQUIRED:
    'Ce rôle demande une double authentification, que cette personne n’a pas encore activée dans «\u00a0Mon espace\u00a0».',
  ALREADY_GRANTED: 'Cette personne a déjà ce rôle, au même endroit et sur le même thème.',
};

export const REVOKE_REFUSALS: Record<RevokeRefusal, string> = {
  ...COMMON,
  UNKNOWN_GRANT: 'Ce rôle n’existe plus.',
  ALREADY_ENDED: 'Ce rôle a déjà pris fin.',
};

export const SUSPEND_REFUSALS: Record<SuspendRefusal, string> = {
  ...COMMON,
  ALREADY_SUSPENDED: 'Ce compte est déjà suspendu.',
};

export const REINSTATE_REFUSALS: Record<ReinstateRefusal, string> = {
  ...COMMON,
  NOT_SUSPENDED: 'Ce compte n’est pas suspendu.',
};

export const RESET_REFUSALS: Record<ResetRefusal, string> = {
  ...COMMON,
  OWN_ACCOUNT:
    'C’est votre compte\u00a0: remplacez votre double authentification depuis votre espace, ou demandez à un autre administrateur.',
  NO_SECOND_FACTOR: 'Ce compte n’a pas, ou n’a plus, de double authentification.',
};

/** What was done, by the code of the action; one that is not here is shown by its code. */
export const ACTION_NAMES: Readonly<Record<string, string>> = {
  'accounts.read': 'Compte consulté',
  'audit.download': 'Journal téléchargé',
  'connections.export': 'Données de connexion remises sur demande légale',
  'exports.codebook': 'Dictionnaire des colonnes téléchargé',
  'exports.responses': 'Téléchargement des réponses commencé',
  'exports.responses.end': 'Téléchargement des réponses terminé',
  'forum.conclude': 'Synthèse d’un débat',
  'forum.manage': 'Réglage d’un sujet',
  'forum.official': 'Message officiel publié',
  'forum.official-delete': 'Message officiel supprimé',
  'forum.official-edit': 'Message officiel modifié',
  'forum.service': 'Service qui répond dans les débats',
  'forum.solve': 'Réponse retenue changée',
  'mail.retry': 'Courriel remis dans la file',
  'oppositions.answer': 'Réponse à une opposition',
  'rights.grant': 'Rôle donné',
  'rights.reinstate': 'Compte rouvert',
  'rights.revoke': 'Rôle retiré',
  'rights.suspend': 'Compte suspendu',
  'search.round': 'Parcours de l’index de recherche demandé',
  'search.round-stop': 'Parcours de l’index de recherche arrêté',
  'search.synonyms': 'Synonymes de la recherche changés',
  'second-factor.enable': 'Double authentification activée',
  'second-factor.recovery-code': 'Code de secours utilisé',
  'second-factor.remove': 'Double authentification retirée',
  'second-factor.renew-recovery-codes': 'Codes de secours renouvelés',
  'second-factor.replace': 'Double authentification changée d’application',
  'second-factor.reset': 'Double authentification retirée par un administrateur',
  'session.end': 'Session terminée',
  'session.end-everywhere': 'Toutes les sessions terminées',
  'session.end-others': 'Autres sessions terminées',
};

/** Details of an entry that are said, and how. Ids are left to the file. */
export const DETAIL_NAMES: Readonly<Record<string, string>> = {
  action: 'action',
  after: 'après',
  before: 'avant',
  bytes: 'octets',
  dialect: 'format',
  from: 'du',
  isEnded: 'clos',
  isLocked: 'fermé',
  isPinned: 'épinglé',
  isWithdrawn: 'retirée',
  lockReason: 'raison dite aux lecteurs',
  name: 'nom',
  outcome: 'issue',
  reason: 'motif',
  reference: 'référence',
  rows: 'lignes',
  slowSeconds: 'secondes entre deux messages',
  to: 'au',
};

export const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  complete: 'fichier complet',
  aborted: 'quitté en route',
  cut: 'coupé, la session ayant pris fin',
  failed: 'échec',
};
