import type { Column, Question } from '@preau/questionnaire-domain';
import pg from 'pg';
import type { Dialect } from '@preau/shared-api';

export const literal = (text: string) => pg.escapeLiteral(text);

/** What the SQL of a cell is made of. */
export interface CellContext {
  /** The question as every version asks it. */
  readonly questions: readonly Question[];
  readonly dialect: Dialect;
  /** Has an expression over the response `r` computed once per row, and names its result. */
  readonly once: (expression: string) => string;
}

/** The answer as JSON and as text, as expressions for `once`. */
export const answer = ({ question }: Column) => `r.answers -> ${literal(question)}`;
export const answerText = ({ question }: Column) => `r.answers ->> ${literal(question)}`;
