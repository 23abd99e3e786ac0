import { type ProfileDimension } from '@preau/questionnaire-domain';

/**
 * Stands in the place of a withheld figure. Not « moins de 11 »: some are withheld only so that the others cannot be
 * worked out from them.
 */
export const WITHHELD = 'non publié';

/** What results may be compared by. */
export const DIMENSION_NAMES: Record<ProfileDimension, string> = {
  role: 'Rôle',
  academie: 'Académie',
  level: 'Niveau d’enseignement',
};

export type ResultsRefusal = 'NOT_A_PROFILE_QUESTION' | 'TOO_FINE';

export const REFUSALS: Record<ResultsRefusal, { readonly title: string; readonly text: string }> = {
  TOO_FINE: {
    title: 'Comparer ou restreindre, pas les deux à la fois',
    text: 'Croiser plusieurs éléments du profil formerait de très petits groupes, où l’on pourrait reconnaître quelqu’un. Choisissez l’un ou l’autre.',
  },
  NOT_A_PROFILE_QUESTION: {
    title: 'Cette comparaison n’existe pas',
    text: 'Les résultats se comparent selon les éléments du profil\u00a0: le rôle, l’académie ou le niveau d’enseignement.',
  },
};
