import { describedBy, FieldHint, FieldMessages } from '@preau/ui';
import { faultOf, questionId, type FieldProps } from './field-props';
import { helpOf, QuestionLabel } from './line-field';

/** An agreement: one checkbox, whose label is the question. */
export function ConsentField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const hint = helpOf(question);
  const error = faultOf(id, { question, faults });
  return (
    <div className={`fr-checkbox-group ${error ? 'fr-checkbox-group--error' : ''}`}>
      <input
        type="checkbox"
        id={id}
        checked={value === true}
        required={question.required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={({ target }) => onChange(target.checked || undefined)}
      />
      <label className="fr-label" htmlFor={id}>
        <span>
          <QuestionLabel question={question} />
        </span>
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldMessages id={id} error={error} />
    </div>
  );
}
