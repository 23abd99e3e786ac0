import { labelText, type Question } from '@preau/questionnaire-domain';
import { formatNumber, plural } from '@preau/ui';
import { type QuestionFigures } from './figures';

/** Who was asked, who answered: the base of every share of the question. */
export function baseSentence({ shown, answered }: QuestionFigures): string {
  if (shown === null) return 'Le nombre de personnes à qui la question a été posée n’est pas publié.';
  const asked = `Question posée à ${plural(shown, 'personne', 'personnes')}`;
  if (shown === 0) return 'Cette question n’a été posée à personne parmi ces réponses.';
  if (answered === null) return `${asked}.`;
  if (answered === shown) return `${asked}, ${shown === 1 ? 'qui a répondu' : 'qui ont toutes répondu'}.`;
  return `${asked}\u00a0; ${formatNumber(answered)} ${answered < 2 ? 'a répondu' : 'ont répondu'}.`;
}

/** The mean of a number, or of a scale when all its figures are published: « 42 minutes », « 3,4 sur 5 ». Null without one. */
export function meanOf(figures: QuestionFigures, question: Question | undefined): string | null {
  if (figures.kind === 'number' && figures.mean !== null) {
    return `${formatNumber(figures.mean)}${question?.unit ? ` ${labelText(question.unit)}` : ''}`;
  }
  const mean = figures.kind === 'scale' ? scaleMean(figures) : null;
  if (mean === null) return null;
  return `${formatNumber(mean)}${question?.max === undefined ? '' : ` sur ${String(question.max)}`}`;
}

function scaleMean({ options }: QuestionFigures): number | null {
  let people = 0;
  let sum = 0;
  for (const { code, count } of options) {
    if (count === null) return null;
    people += count;
    sum += count * Number(code);
  }
  return people === 0 ? null : sum / people;
}
