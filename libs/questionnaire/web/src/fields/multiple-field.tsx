import { labelText } from '@preau/questionnaire-domain';
import { StatusMessage } from '@preau/ui';
import { useState } from 'react';
import { choicesOf, codeOf, toggleChoice } from './choices';
import { ChoiceInput } from './choice-input';
import { faultOf, otherId, questionId, type FieldProps } from './field-props';
import { fieldMessages } from './messages';
import { OtherText, useOtherText } from './other-text';
import { QuestionGroup } from './question-group';

const bound = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** Several choices: checkboxes. What unticks by itself says so; a limit says what is left of it. */
export function MultipleField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const choices = choicesOf(question);
  const chosen = Array.isArray(value) ? value.map(codeOf) : [];
  const otherText = useOtherText(value);
  const [said, setSaid] = useState('');
  const labelOf = (code: string) => labelText(choices.find((choice) => choice.code === code)?.label ?? code);
  const isAlone = choices.some((choice) => choice.exclusive && chosen.includes(choice.code));
  const count = isAlone ? '' : fieldMessages.chosen(chosen.length, bound(question.min), bound(question.max));

  const toggle = (code: string) => {
    const { chosen: next, removed } = toggleChoice(question, value, code, otherText());
    const isExclusive = choices.some((choice) => choice.code === code && choice.exclusive);
    const labels = removed.map(labelOf);
    if (labels.length === 0) setSaid('');
    else if (isExclusive) setSaid(fieldMessages.exclusiveRemoved(labelOf(code), labels));
    else setSaid(fieldMessages.exclusiveLeft(labels));
    onChange(next.length > 0 ? next : undefined);
  };

  return (
    <QuestionGroup question={question} faults={faults}>
      {choices.map((choice) => (
        <ChoiceInput
          key={choice.code}
          type="checkbox"
          id={`${id}-choice-${choice.code}`}
          name={id}
          choice={choice}
          checked={chosen.includes(choice.code)}
          invalid={faults.length > 0}
          onChange={toggle}
        />
      ))}
      {chosen.includes('other') ? (
        <OtherText
          id={otherId(question.code)}
          text={otherText()}
          error={faultOf(otherId(question.code), { question, faults })}
          onChange={(text) =>
            onChange(chosen.map((code) => (code === 'other' ? { option: 'other', text } : code)))
          }
        />
      ) : null}
      <div className="fr-fieldset__element">
        <StatusMessage>{[said, count].filter(Boolean).join(' ')}</StatusMessage>
      </div>
    </QuestionGroup>
  );
}
