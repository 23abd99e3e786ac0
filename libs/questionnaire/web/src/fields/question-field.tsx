import type { QuestionType } from '@preau/questionnaire-domain';
import type { ComponentType } from 'react';
import { ConsentField } from './consent-field';
import { DateField } from './date-field';
import type { FieldProps } from './field-props';
import './fields.css';
import { FileField } from './file-field';
import { MatrixField } from './matrix-field';
import { MultipleField } from './multiple-field';
import { NumberField } from './number-field';
import { RankingField } from './ranking-field';
import { ScaleField } from './scale-field';
import { SingleField } from './single-field';
import { TerritoryField } from './territory-field';
import { LongTextField, TextField } from './text-field';

const FIELDS = {
  single: SingleField,
  multiple: MultipleField,
  scale: ScaleField,
  number: NumberField,
  text: TextField,
  longText: LongTextField,
  date: DateField,
  ranking: RankingField,
  matrix: MatrixField,
  matrixMultiple: MatrixField,
  territory: TerritoryField,
  consent: ConsentField,
  file: FileField,
} satisfies Record<QuestionType, ComponentType<FieldProps>>;

/** One question, by the component of its type. */
export function QuestionField(props: FieldProps) {
  const Field = FIELDS[props.question.type];
  return (
    <div className="preau-question">
      <Field {...props} />
    </div>
  );
}
