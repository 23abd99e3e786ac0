import { labelText } from '@preau/questionnaire-domain';
import { questionId, type FieldProps } from './field-props';
import { fieldMessages } from './messages';

/** Files are not received yet: says so in the question's place instead of hiding that it is asked. */
export function FileField({ question }: FieldProps) {
  return (
    <div id={questionId(question.code)} tabIndex={-1}>
      <p className="preau-legend">{labelText(question.label)}</p>
      <p className="fr-hint-text">{fieldMessages.file}</p>
    </div>
  );
}
