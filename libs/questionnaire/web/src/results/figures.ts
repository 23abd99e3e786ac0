import { QUESTION_TYPES, type QuestionType } from '@preau/questionnaire-domain';

/** Figures of one question in one slice, as the API gives them; null wherever they are withheld. */
export interface QuestionFigures {
  readonly code: string;
  readonly kind: string;
  readonly label: string;
  /** People the question was put to, and among them those who answered it. */
  readonly shown: number | null;
  readonly answered: number | null;
  readonly mean: number | null;
  readonly options: readonly RankedFigures[];
  /** Matrices: one per row. */
  readonly rows: readonly RowFigures[];
  readonly suppressed: boolean;
}

export interface OptionFigures {
  readonly code: string;
  readonly label: string;
  readonly count: number | null;
  /** Of those the question was put to. */
  readonly share: number | null;
}

/** Ranking: the mean rank, and how many gave each rank, the first first. */
export interface RankedFigures extends OptionFigures {
  readonly mean: number | null;
  readonly ranks: readonly (number | null)[] | null;
}

export interface RowFigures {
  readonly code: string;
  readonly label: string;
  readonly options: readonly OptionFigures[];
}

/** One value of the crossing question. */
export interface GroupFigures {
  readonly code: string;
  readonly label: string;
  readonly total: number | null;
  readonly questions: readonly QuestionFigures[];
}

export function questionType(kind: string): QuestionType | null {
  return QUESTION_TYPES.find((type) => type === kind) ?? null;
}
