import type { Question } from '@preau/questionnaire-domain';

/** A fault as the engine or the server reports it: `path` leads into the answer. */
export interface FieldFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What every question type's component takes. */
export interface FieldProps {
  readonly question: Question;
  /** The answer as typed so far, perhaps of no shape the engine accepts yet. */
  readonly value: unknown;
  /** `undefined` takes the answer out. */
  readonly onChange: (value: unknown) => void;
  /** Faults of this question alone. */
  readonly faults: readonly FieldFault[];
}

// Codes hold no hyphen, so no two of these can be the same.
export const questionId = (code: string) => `q-${code}`;
export const rowId = (code: string, row: string) => `q-${code}-row-${row}`;
export const otherId = (code: string) => `q-${code}-other`;

/** The field a fault is about: a row of a matrix, the text of "Autre", or the question itself. */
export function fieldIdOf(question: Question | undefined, path: FieldFault['path']): string {
  const [code = '', ...rest] = path.map(String);
  if (rest.at(-1) === 'text') return otherId(code);
  const row = question?.rows?.find((one) => one.code === rest[0]);
  return row ? rowId(code, row.code) : questionId(code);
}

/** What to say beside the field with this id. */
export function faultOf(id: string, { question, faults }: Pick<FieldProps, 'question' | 'faults'>) {
  return faults.find(({ path }) => fieldIdOf(question, path) === id)?.message;
}
