import {
  OPPOSITION_TEXT,
  type AnswerOppositionRefusal,
  type OpposeRefusal,
  type OppositionState,
} from '@preau/identity-domain';

const TEXT_TOO_LONG = `Raccourcissez ce texte\u00a0: ${OPPOSITION_TEXT.max} caractères au plus.`;

export const OPPOSE_REFUSALS: Record<OpposeRefusal, string> = {
  UNKNOWN_PROCESSING: 'Choisissez un usage dans la liste.',
  NOT_OPPOSABLE: 'On ne peut pas s’opposer à cet usage\u00a0: la page Données personnelles dit pourquoi.',
  TEXT_TOO_SHORT: 'Dites en une phrase au moins pourquoi vous vous opposez.',
  TEXT_TOO_LONG,
};

export const ANSWER_REFUSALS: Record<AnswerOppositionRefusal, string> = {
  ALREADY_ANSWERED: 'Quelqu’un de l’équipe vient de répondre à cette opposition.',
  OWN_OPPOSITION: 'Cette opposition est la vôtre\u00a0: quelqu’un d’autre doit y répondre.',
  TEXT_TOO_SHORT: 'Expliquez la réponse en une phrase au moins\u00a0: elle est envoyée à la personne.',
  TEXT_TOO_LONG,
};

export const STATES: Record<Uppercase<OppositionState>, string> = {
  OPEN: 'En attente de réponse',
  ACCEPTED: 'Acceptée',
  REFUSED: 'Refusée',
};
