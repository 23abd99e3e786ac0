import { Input } from '@codegouvfr/react-dsfr/Input';
import { maxCharacters } from '@preau/questionnaire-domain';
import { CharacterCount } from '@preau/ui';
import { faultOf, questionId, type FieldProps } from './field-props';
import { helpOf, LineField, QuestionLabel } from './line-field';

/** Under this, the count would say nothing the help does not. */
const COUNTED_FROM = 20;

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

/** One line of text. */
export function TextField({ question, value, onChange, faults }: FieldProps) {
  const max = maxCharacters(question);
  const text = asText(value);
  return (
    <LineField
      question={question}
      faults={faults}
      isShort={max <= COUNTED_FROM}
      native={{
        value: text,
        onChange: (event) => onChange(event.target.value || undefined),
      }}
    >
      {max > COUNTED_FROM ? <CharacterCount text={text} max={max} /> : null}
    </LineField>
  );
}

/** Several lines of text. */
export function LongTextField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const error = faultOf(id, { question, faults });
  const text = asText(value);
  return (
    <div className="preau-line">
      <Input
        textArea
        label={<QuestionLabel question={question} />}
        hintText={helpOf(question)}
        state={error ? 'error' : 'default'}
        stateRelatedMessage={error}
        nativeTextAreaProps={{
          id,
          rows: 6,
          autoComplete: 'off',
          required: question.required,
          'aria-invalid': error ? true : undefined,
          value: text,
          onChange: (event) => onChange(event.target.value || undefined),
        }}
      />
      <CharacterCount text={text} max={maxCharacters(question)} />
    </div>
  );
}
