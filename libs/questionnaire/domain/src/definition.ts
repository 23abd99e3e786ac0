/** A text shown to people: one string, or one per language ("fr" is the fallback). */
export type Label = string | Readonly<Record<string, string>>;

export const QUESTION_TYPES = [
  'single',
  'multiple',
  'scale',
  'number',
  'text',
  'longText',
  'date',
  'ranking',
  'matrix',
  'matrixMultiple',
  'territory',
  'consent',
  'file',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** The three things results may be crossed by. A question of the profile section may feed one of them. */
export const PROFILE_DIMENSIONS = ['role', 'academie', 'level'] as const;
export type ProfileDimension = (typeof PROFILE_DIMENSIONS)[number];

export const TERRITORY_LEVELS = ['academie', 'departement', 'etablissement'] as const;
export type TerritoryLevel = (typeof TERRITORY_LEVELS)[number];

/** Conditions are data. A condition may only name a question that stands before the place it guards. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | QuestionCondition;

/** Exactly one operator. All but `answered` need an answer: on an unanswered or hidden question they are false. */
export type QuestionCondition = { readonly question: string } & (
  | { readonly is: string | number | boolean }
  | { readonly isNot: string | number | boolean }
  | { readonly includes: string }
  | { readonly answered: boolean }
  | { readonly gt: number | string }
  | { readonly gte: number | string }
  | { readonly lt: number | string }
  | { readonly lte: number | string }
);

export interface Option {
  readonly code: string;
  readonly label: Label;
  /** In a multiple choice: stands alone, as "aucun de ces choix". */
  readonly exclusive?: boolean;
}

export interface Question {
  readonly code: string;
  readonly type: QuestionType;
  readonly label: Label;
  readonly help?: Label;
  readonly required?: boolean;
  /** single, multiple, ranking, matrix, matrixMultiple (the columns). */
  readonly options?: readonly Option[];
  /** matrix, matrixMultiple. */
  readonly rows?: readonly Option[];
  /** single, multiple: adds the choice "other" with its own text. */
  readonly other?: boolean;
  /** scale, number: bounds. multiple, ranking: how many choices. text, longText: characters. date: ISO days. file: how many. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** scale: words at both ends. */
  readonly minLabel?: Label;
  readonly maxLabel?: Label;
  /** number: the unit shown beside the field; whole numbers unless `decimals` says how many. */
  readonly unit?: Label;
  readonly decimals?: number;
  /** territory: the levels a person may choose from (default: académie). */
  readonly levels?: readonly TerritoryLevel[];
  readonly showIf?: Condition;
  /** text, longText: an author's regular expression, run on a linear-time engine, and what to say when it fails. */
  readonly validate?: { readonly pattern: string; readonly message: Label };
  /** Results may be crossed by this question: role and level are single, academie a territory limited to académies. */
  readonly profile?: ProfileDimension;
}

export interface Section {
  readonly code: string;
  /** Slug of the consultation's theme this section belongs to. */
  readonly theme?: string;
  readonly title: Label;
  readonly intro?: Label;
  readonly showIf?: Condition;
  readonly questions: readonly Question[];
}

export interface Definition {
  readonly title: Label;
  readonly sections: readonly Section[];
}

export type ChoiceAnswer = string | { readonly option: 'other'; readonly text: string };
export type TerritoryAnswer = { readonly level: TerritoryLevel; readonly code: string };
export type Answer =
  | ChoiceAnswer
  | readonly ChoiceAnswer[]
  | number
  | boolean
  | Readonly<Record<string, string | readonly string[]>>
  | TerritoryAnswer;

/** Answers keyed by question code; see the table of answer shapes in this domain's README. */
export type Answers = Readonly<Record<string, Answer>>;

/** A response as it is kept: hidden questions dropped, and the codes of those seen but left without an answer. */
export interface CleanResponse {
  readonly answers: Answers;
  readonly skipped: readonly string[];
}

/** A fault in answers. `path` leads into the answer: `["q7", "row2"]`, `["q3", 1, "text"]`. */
export interface Problem {
  readonly question: string;
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  /** French, naming the fix; for tools. Screens word problems from `code` themselves when they need to. */
  readonly message: string;
}

export const PROBLEM_CODES = [
  'REQUIRED',
  'UNKNOWN_QUESTION',
  'WRONG_TYPE',
  'UNKNOWN_OPTION',
  'DUPLICATE_OPTION',
  'EXCLUSIVE_OPTION',
  'OTHER_TEXT_REQUIRED',
  'TOO_FEW',
  'TOO_MANY',
  'TOO_SMALL',
  'TOO_LARGE',
  'TOO_SHORT',
  'TOO_LONG',
  'NOT_WHOLE',
  'INVALID_DATE',
  'INVALID_TEXT',
  'PATTERN',
  'UNKNOWN_ROW',
  'INCOMPLETE_RANKING',
  'INCOMPLETE_MATRIX',
  'UNKNOWN_TERRITORY',
  'NOT_ACCEPTED',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
