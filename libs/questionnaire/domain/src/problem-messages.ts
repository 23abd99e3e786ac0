import { type ProblemCode, type QuestionType } from './definition';
import { frenchDay, frenchNumber, frenchSpaces } from './french';

/** What a message may need besides the fault itself. */
export interface ProblemFacts {
  readonly type?: QuestionType;
  readonly limit?: number | string;
  readonly actual?: number;
  /** The label of the option or row at fault, or the author's own message. */
  readonly name?: string;
}

const REQUIRED = {
  single: 'Choisissez une réponse.',
  multiple: 'Choisissez au moins une réponse.',
  scale: 'Choisissez une note.',
  number: 'Indiquez un nombre.',
  text: 'Écrivez une réponse.',
  longText: 'Écrivez une réponse.',
  date: 'Indiquez une date.',
  ranking: 'Classez les choix proposés.',
  matrix: 'Répondez à chaque ligne.',
  matrixMultiple: 'Choisissez au moins une réponse à chaque ligne.',
  territory: 'Choisissez un territoire.',
  consent: 'Cochez cette case pour continuer.',
  file: 'Joignez un fichier.',
} satisfies Record<QuestionType, string>;

/** What each fault says beside its field: one French sentence, naming the fix and standing alone. */
export const PROBLEM_MESSAGES = {
  REQUIRED: ({ type }) => (type ? REQUIRED[type] : 'Répondez à cette question.'),
  UNKNOWN_QUESTION: () => 'Cette question n’existe pas dans le questionnaire : retirez-la.',
  WRONG_TYPE: () => 'Cette réponse n’a pas la forme attendue : répondez de nouveau.',
  UNKNOWN_OPTION: () => 'Ce choix n’est pas proposé : choisissez dans la liste.',
  DUPLICATE_OPTION: () => 'Ce choix figure deux fois : gardez-le une seule fois.',
  EXCLUSIVE_OPTION: ({ name }) => `« ${name} » se choisit seul : retirez ce choix ou les autres.`,
  OTHER_TEXT_REQUIRED: () => 'Précisez votre réponse.',
  TOO_FEW: (facts) => listed(facts, 'au moins'),
  TOO_MANY: (facts) => listed(facts, 'au plus'),
  TOO_SMALL: ({ type, limit }) =>
    type === 'date'
      ? `Indiquez une date à partir du ${frenchDay(String(limit))}.`
      : `Indiquez un nombre d’au moins ${french(limit)}.`,
  TOO_LARGE: ({ type, limit }) =>
    type === 'date'
      ? `Indiquez une date jusqu’au ${frenchDay(String(limit))}.`
      : `Indiquez un nombre d’au plus ${french(limit)}.`,
  TOO_SHORT: ({ limit, actual }) => `Écrivez au moins ${counted(limit, 'caractère')}${found(actual)}`,
  TOO_LONG: ({ limit, actual }) => `Écrivez au plus ${counted(limit, 'caractère')}${found(actual)}`,
  NOT_WHOLE: ({ limit }) =>
    limit === 0
      ? 'Indiquez un nombre entier.'
      : `Indiquez au plus ${counted(limit, 'chiffre')} après la virgule.`,
  INVALID_DATE: () => 'Indiquez une date qui existe, par exemple le 3 février 2015.',
  INVALID_TEXT: () =>
    'Ce texte contient un caractère qui ne peut pas être enregistré : écrivez-le de nouveau.',
  PATTERN: ({ name }) => name ?? 'Cette réponse n’a pas la forme demandée : corrigez-la.',
  UNKNOWN_ROW: () => 'Cette ligne n’existe pas dans le tableau : retirez-la.',
  INCOMPLETE_RANKING: ({ actual }) =>
    actual === 1
      ? 'Classez tous les choix : il en reste un.'
      : `Classez tous les choix : il en reste ${french(actual)}.`,
  INCOMPLETE_MATRIX: ({ name }) => `Répondez à la ligne « ${name} ».`,
  UNKNOWN_TERRITORY: () => 'Choisissez un territoire de la liste.',
  NOT_ACCEPTED: () => 'Cochez cette case pour continuer.',
} satisfies Record<ProblemCode, (facts: ProblemFacts) => string>;

/** The sentence of one fault. Facts a message asks for are always reported with its code. */
export function problemMessage(code: ProblemCode, facts: ProblemFacts): string {
  return frenchSpaces(PROBLEM_MESSAGES[code](facts));
}

function listed({ type, limit, actual }: ProblemFacts, bound: string): string {
  if (type === 'ranking') return `Classez ${bound} ${french(limit)} choix${found(actual)}`;
  if (type === 'file') return `Joignez ${bound} ${counted(limit, 'fichier')}${found(actual)}`;
  return `Choisissez ${bound} ${counted(limit, 'réponse')}${found(actual)}`;
}

function found(actual: number | undefined): string {
  return ` : il y en a ${french(actual)}.`;
}

function counted(count: number | string | undefined, noun: string): string {
  return `${french(count)} ${noun}${Number(count) >= 2 ? 's' : ''}`;
}

function french(value: number | string | undefined): string {
  return frenchNumber(Number(value));
}
