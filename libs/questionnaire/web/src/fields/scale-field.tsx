import { labelText } from '@preau/questionnaire-domain';
import { ClearAnswer } from './clear-answer';
import { questionId, type FieldProps } from './field-props';
import { fieldMessages } from './messages';
import { QuestionGroup } from './question-group';

/** Steps from `min` to `max`: radio buttons, the words at both ends being part of theirs. */
export function ScaleField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const min = typeof question.min === 'number' ? question.min : 1;
  const max = typeof question.max === 'number' ? question.max : 5;
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const words = new Map([
    [min, question.minLabel ? labelText(question.minLabel) : ''],
    [max, question.maxLabel ? labelText(question.maxLabel) : ''],
  ]);
  const isLong = steps.length > 7;
  return (
    <QuestionGroup question={question} faults={faults}>
      <div className="fr-fieldset__element">
        <p className={`preau-scale__ends ${isLong ? 'preau-scale__ends--long' : ''}`} aria-hidden="true">
          {[min, max].map((step) => (
            <span key={step}>{words.get(step) && fieldMessages.step(step, words.get(step) ?? '')}</span>
          ))}
        </p>
        <div className={`preau-scale ${isLong ? 'preau-scale--long' : ''}`}>
          {steps.map((step) => (
            <div key={step} className="preau-scale__step">
              <input
                type="radio"
                id={`${id}-${String(step)}`}
                name={id}
                value={step}
                checked={value === step}
                required={question.required}
                onChange={() => onChange(step)}
              />
              <label htmlFor={`${id}-${String(step)}`}>
                {step}
                <span className="fr-sr-only"> {words.get(step)}</span>
              </label>
            </div>
          ))}
        </div>
      </div>
      <ClearAnswer
        question={question}
        isAnswered={typeof value === 'number'}
        onClear={() => onChange(undefined)}
      />
    </QuestionGroup>
  );
}
