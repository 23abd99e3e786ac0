import { frenchSpaces } from '../french';

export type FaultPath = readonly (string | number)[];

/** A fault of a definition, for its author: where it is, what it is, and how to mend it, in French. */
export interface Fault {
  readonly path: FaultPath;
  readonly code: FaultCode;
  readonly message: string;
}

export type ReportFault = (path: FaultPath, code: FaultCode, name?: string | number) => void;

/** The sentence of each fault; `name` is the code, key, limit or reason at hand. */
export const FAULT_MESSAGES = {
  MISSING: () => 'Cet élément manque : ajoutez-le.',
  WRONG_TYPE: () => 'Cet élément n’a pas la forme attendue.',
  UNKNOWN_KEY: (name) => `« ${name} » n’existe pas dans une définition : retirez-le.`,
  UNKNOWN_VALUE: (name) => `Choisissez l’une de ces valeurs : ${name}.`,
  EMPTY: () => 'Cet élément est vide : remplissez-le ou retirez-le.',
  TOO_LONG: (name) => `Raccourcissez : ${name} caractères au plus.`,
  TOO_MANY: (name) => `Retirez des éléments : ${name} au plus.`,
  TOO_DEEP: (name) => `Cette condition est trop imbriquée : ${name} niveaux au plus.`,
  INVALID_TEXT: () =>
    'Ce texte contient un caractère qui ne peut pas être enregistré : écrivez-le de nouveau.',
  NO_FRENCH: () => 'Ajoutez le texte français (« fr »).',
  BAD_CODE: () =>
    'Écrivez un code de 1 à 40 caractères : minuscules sans accent, chiffres ou « _ » simple, en commençant par une lettre.',
  DUPLICATE_CODE: (name) => `Le code « ${name} » est déjà pris : choisissez-en un autre.`,
  RESERVED_CODE: (name) => `Le code « ${name} » est réservé à la réponse « Autre » : choisissez-en un autre.`,
  MISSING_ATTRIBUTE: (name) => `Ajoutez « ${name} » : ce type de question en a besoin.`,
  FORBIDDEN_ATTRIBUTE: (name) => `Retirez « ${name} » : ce type de question ne l’utilise pas.`,
  BAD_SLUG: () => 'Écrivez un nom court : minuscules sans accent, chiffres et tirets.',
  BAD_BOUND: (name) => `Cette limite ne convient pas : indiquez ${name}.`,
  MIN_ABOVE_MAX: () => 'Le minimum dépasse le maximum : inversez-les.',
  BAD_PATTERN: (name) => `Cette expression ne peut pas être utilisée (${name}).`,
  PROFILE_TYPE: (name) => `Cette dimension du profil demande ${name}.`,
  PROFILE_TWICE: (name) => `Une autre question donne déjà « ${name} » : gardez-en une seule.`,
  TOO_MANY_COLUMNS: (name) =>
    `Ce questionnaire donnerait plus de ${name} colonnes à l’export : retirez des choix.`,
  UNKNOWN_QUESTION: (name) => `Aucune question n’a le code « ${name} ».`,
  SELF_REFERENCE: () => 'Une condition ne peut pas porter sur ce qu’elle affiche.',
  FORWARD_REFERENCE: (name) =>
    `« ${name} » ne vient pas avant : une condition porte sur une question posée plus tôt.`,
  BAD_CONDITION: () =>
    'Écrivez une seule chose ici : « all », « any », « not », ou une question avec un opérateur.',
  WRONG_OPERATOR: (name) => `Cet opérateur ne convient pas à cette question : utilisez ${name}.`,
  BAD_OPERAND: (name) => `Cette valeur ne convient pas : indiquez ${name}.`,
  UNKNOWN_OPTION: (name) => `La question n’a pas de choix « ${name} ».`,
} satisfies Record<string, (name: string | number) => string>;

export type FaultCode = keyof typeof FAULT_MESSAGES;

/** Beyond this an author has one thing to mend first, and hostile input must not buy memory. */
const MAX_FAULTS = 500;
const SHOWN_NAME_LENGTH = 80;

/** A list of faults and the function that adds to it. */
export function faultList(): { readonly faults: readonly Fault[]; readonly report: ReportFault } {
  const faults: Fault[] = [];
  return {
    faults,
    report: (path, code, name = '') => {
      if (faults.length >= MAX_FAULTS) return;
      const shown = typeof name === 'string' ? name.slice(0, SHOWN_NAME_LENGTH) : name;
      faults.push({ path, code, message: frenchSpaces(FAULT_MESSAGES[code](shown)) });
    },
  };
}
