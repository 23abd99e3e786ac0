import { type Question } from '@preau/questionnaire-domain';
import { type GroupFigures, type QuestionFigures } from './figures';
import { panelsOf, type Panel } from './panels';
import { meanOf } from './summary';

/** A group for one question: its figures there, ready to draw. */
export interface CrossedGroup {
  readonly code: string;
  readonly label: string;
  readonly figures: QuestionFigures;
  readonly mean: string | null;
  readonly panels: readonly Panel[];
}

export interface Crossing {
  /** Groups with figures, largest first. */
  readonly groups: readonly CrossedGroup[];
  /** Labels of the groups the question was not put to, and of those without a published figure. */
  readonly notAsked: readonly string[];
  readonly withheld: readonly string[];
}

/** The value of those who did not say: never first, however many they are. */
const UNKNOWN = '_';

const bySize = (a: GroupFigures, b: GroupFigures) =>
  Number(a.code === UNKNOWN) - Number(b.code === UNKNOWN) || (b.total ?? -1) - (a.total ?? -1);

/** One question across the groups of a comparison; groups with nobody in them are left out. */
export function crossingOf(
  groups: readonly GroupFigures[],
  code: string,
  question: Question | undefined,
): Crossing {
  const found = groups
    .filter(({ total }) => total !== 0)
    .sort(bySize)
    .flatMap((group) => {
      const figures = group.questions.find((candidate) => candidate.code === code);
      return figures ? [crossedGroup(group, figures, question)] : [];
    });
  const asked = found.filter(({ figures }) => figures.shown !== 0);
  return {
    groups: asked.filter(isPublished),
    notAsked: found.filter(({ figures }) => figures.shown === 0).map(({ label }) => label),
    withheld: asked.filter((group) => !isPublished(group)).map(({ label }) => label),
  };
}

const crossedGroup = (
  { code, label }: GroupFigures,
  figures: QuestionFigures,
  question: Question | undefined,
): CrossedGroup => ({
  code,
  label,
  figures,
  mean: meanOf(figures, question),
  panels: panelsOf(figures, question),
});

/** A chart without a single figure would only be lines saying so. */
const isPublished = ({ panels }: CrossedGroup) =>
  panels.some(({ bars }) => bars.some(({ count }) => count !== null));
