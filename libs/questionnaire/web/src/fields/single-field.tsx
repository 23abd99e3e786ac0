import { asChoice, choicesOf, codeOf } from './choices';
import { ChoiceInput } from './choice-input';
import { ClearAnswer } from './clear-answer';
import { faultOf, otherId, questionId, type FieldProps } from './field-props';
import { OtherText, useOtherText } from './other-text';
import { QuestionGroup } from './question-group';

/** One choice among several: radio buttons. */
export function SingleField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const chosen = codeOf(value);
  const otherText = useOtherText(value);
  return (
    <QuestionGroup question={question} faults={faults}>
      {choicesOf(question).map((choice) => (
        <ChoiceInput
          key={choice.code}
          type="radio"
          id={`${id}-choice-${choice.code}`}
          name={id}
          choice={choice}
          checked={chosen === choice.code}
          required={question.required}
          onChange={(code) => onChange(asChoice(code, otherText()))}
        />
      ))}
      {chosen === 'other' ? (
        <OtherText
          id={otherId(question.code)}
          text={otherText()}
          error={faultOf(otherId(question.code), { question, faults })}
          onChange={(text) => onChange({ option: 'other', text })}
        />
      ) : null}
      <ClearAnswer question={question} isAnswered={chosen !== ''} onClear={() => onChange(undefined)} />
    </QuestionGroup>
  );
}
