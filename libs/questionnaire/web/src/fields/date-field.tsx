import { useEffect, useRef } from 'react';
import { questionId, type FieldProps } from './field-props';
import { LineField } from './line-field';

const asDay = (bound: unknown) => (typeof bound === 'string' ? bound : undefined);
/** Kept for a date begun and not finished, so that it is not taken for a question passed over. */
const UNFINISHED = '…';

/** A day, in the browser's own field. */
export function DateField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const day = typeof value === 'string' && value !== UNFINISHED ? value : '';
  const lastTyped = useRef(day);
  useEffect(() => {
    // Not controlled: a day half typed has no value, and would be emptied. Only a change made elsewhere is shown.
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement && day !== lastTyped.current && value !== UNFINISHED) {
      input.value = day;
      lastTyped.current = day;
    }
  }, [id, day, value]);
  return (
    <LineField
      question={question}
      faults={faults}
      isShort
      native={{
        type: 'date',
        defaultValue: day,
        min: asDay(question.min),
        max: asDay(question.max),
        onChange: ({ target }) => {
          lastTyped.current = target.value;
          onChange(target.value || undefined);
        },
        onBlur: ({ target }) => {
          if (target.validity.badInput) onChange(UNFINISHED);
        },
      }}
    />
  );
}
