import { formatNumber, plural } from '@preau/ui';

const quoted = (label: string) => `«\u00a0${label}\u00a0»`;
const listed = (labels: readonly string[]) => labels.map(quoted).join(', ');
const place = (rank: number) => (rank === 1 ? '1er' : `${String(rank)}e`);

/** What the fields say, apart from the questions themselves and their faults. */
export const fieldMessages = {
  other: 'Autre',
  otherLabel: 'Précisez',
  clear: 'Effacer ma réponse',
  clearOf: (label: string) => ` à la question ${quoted(label)}`,
  chooseInList: 'Choisir dans la liste',
  level: 'De quel territoire s’agit-il\u202f?',
  levels: { academie: 'Une académie', departement: 'Un département', etablissement: 'Un établissement' },
  file: 'L’envoi de fichiers n’est pas encore possible\u00a0: passez cette question.',

  exclusiveRemoved: (kept: string, removed: readonly string[]) =>
    removed.length === 1
      ? `${quoted(kept)} se choisit seul\u00a0: ${listed(removed)} a été décoché.`
      : `${quoted(kept)} se choisit seul\u00a0: ${listed(removed)} ont été décochés.`,
  exclusiveLeft: (removed: readonly string[]) =>
    `${listed(removed)} se choisit seul\u00a0: ce choix a été décoché.`,
  chosen: (count: number, min: number | undefined, max: number | undefined) => {
    if (max !== undefined && count > max) {
      return `${plural(count - max, 'choix de trop', 'choix de trop')}\u00a0: décochez-en pour en garder ${String(max)}.`;
    }
    if (min !== undefined && count < min) return `Encore ${plural(min - count, 'choix', 'choix')} à faire.`;
    if (max === undefined || count === 0) return '';
    if (count === max)
      return `${plural(count, 'choix', 'choix')} sur ${String(max)}\u00a0: c’est le maximum.`;
    return `${plural(count, 'choix', 'choix')} sur ${String(max)} au plus.`;
  },
  step: (step: number, label: string) => `${String(step)}\u00a0: ${label}`,
  numberRange: (min: number | undefined, max: number | undefined, unit: string) => {
    const isBounded = min !== undefined && max !== undefined;
    const range = isBounded ? `de ${formatNumber(min)} à ${formatNumber(max)}` : '';
    const parts = [unit && `en ${unit}`, range].filter(Boolean).join(', ');
    return parts ? `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.` : '';
  },

  ranked: 'Votre classement',
  unranked: 'À classer',
  noneRanked: 'Rien n’est encore classé. Commencez par le plus important.',
  allRanked: 'Tout est classé.',
  rank: 'Classer',
  up: 'Monter',
  down: 'Descendre',
  remove: 'Retirer',
  moved: (label: string, rank: number, of: number) =>
    `${quoted(label)} est maintenant ${place(rank)} sur ${String(of)}.`,
  removed: (label: string) => `${quoted(label)} n’est plus classé.`,
  of: (label: string) => ` ${quoted(label)}`,
} as const;
