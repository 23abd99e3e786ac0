import { labelText } from '@preau/questionnaire-domain';
import { useState } from 'react';
import type { FieldProps } from './field-props';
import { helpOf, LineField } from './line-field';
import { fieldMessages } from './messages';

const bound = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** A number. Typed as text: the browser's own number field drops what it cannot read, and turns with the mouse wheel. */
export function NumberField({ question, value, onChange, faults }: FieldProps) {
  const [typed, setTyped] = useState(textOf(value));
  // The answer may change elsewhere (another tab): what is shown follows, unless it already says the same.
  const shown = numberIn(typed) === value ? typed : textOf(value);
  const unit = question.unit ? labelText(question.unit) : '';
  const range = fieldMessages.numberRange(bound(question.min), bound(question.max), unit);
  return (
    <LineField
      question={question}
      faults={faults}
      hint={[helpOf(question), range].filter(Boolean).join(' ')}
      isShort
      native={{
        value: shown,
        inputMode: question.decimals ? 'decimal' : 'numeric',
        onChange: ({ target }) => {
          setTyped(target.value);
          onChange(numberIn(target.value));
        },
      }}
    />
  );
}

const textOf = (value: unknown) => {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
};

/** The number a person means ("1 200,50"); the text itself when it is none, for them to see and mend. */
export function numberIn(text: string): number | string | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return undefined;
  return /^[+-]?\d+\.?\d*$/.test(plain) ? Number(plain) : text;
}
