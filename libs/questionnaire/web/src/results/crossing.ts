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
  /** Labels of the groups the question was not put to, and of those whose figures are withheld. */
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
      return figures ? [{ code: group.code, label: group.label, figures }] : [];
    });
  const labels = (shown: 0 | null) =>
    found.filter(({ figures }) => figures.shown === shown).map(({ label }) => label);
  return {
    groups: found
      .filter(({ figures }) => figures.shown)
      .map((group) => ({
        ...group,
        mean: meanOf(group.figures, question),
        panels: panelsOf(group.figures, question),
      })),
    notAsked: labels(0),
    withheld: labels(null),
  };
}
