import { Input } from '@codegouvfr/react-dsfr/Input';
import { labelText } from '@preau/questionnaire-domain';
import { RequiredMark } from '@preau/ui';
import type { ComponentProps, ReactNode } from 'react';
import { faultOf, questionId, type FieldProps } from './field-props';

type Native = NonNullable<ComponentProps<typeof Input>['nativeInputProps']>;

interface LineFieldProps extends Pick<FieldProps, 'question' | 'faults'> {
  readonly hint?: string;
  readonly native: Native;
  /** A few characters are expected: the field shows it. */
  readonly isShort?: boolean;
  readonly children?: ReactNode;
}

/** A question answered in one input: its label is the question. */
export function LineField({ question, faults, hint, native, isShort = false, children }: LineFieldProps) {
  const id = questionId(question.code);
  const error = faultOf(id, { question, faults });
  return (
    <div className={`preau-line ${isShort ? 'preau-short' : ''}`}>
      <Input
        label={<QuestionLabel question={question} />}
        hintText={hint ?? helpOf(question)}
        state={error ? 'error' : 'default'}
        stateRelatedMessage={error}
        nativeInputProps={{
          id,
          autoComplete: 'off',
          required: question.required,
          'aria-invalid': error ? true : undefined,
          ...native,
        }}
      />
      {children}
    </div>
  );
}

export const helpOf = (question: FieldProps['question']) =>
  question.help ? labelText(question.help) : undefined;

/** The words of a question, where they are the label of one field. */
export function QuestionLabel({ question }: Pick<FieldProps, 'question'>) {
  return (
    <>
      {labelText(question.label)}
      {question.required ? <RequiredMark /> : null}
    </>
  );
}
