import { labelText } from '@preau/questionnaire-domain';
import { FieldGroup } from '@preau/ui';
import type { ReactNode } from 'react';
import { faultOf, questionId, type FieldProps } from './field-props';

interface QuestionGroupProps extends Pick<FieldProps, 'question' | 'faults'> {
  readonly children: ReactNode;
  readonly className?: string;
  readonly hint?: ReactNode;
}

/** A question answered by several inputs: one fieldset, with its help and its fault. */
export function QuestionGroup({ question, faults, children, className, hint }: QuestionGroupProps) {
  const id = questionId(question.code);
  return (
    <FieldGroup
      id={id}
      legend={labelText(question.label)}
      hint={hint ?? (question.help ? labelText(question.help) : undefined)}
      error={faultOf(id, { question, faults })}
      required={question.required ?? false}
      className={className ?? ''}
    >
      {children}
    </FieldGroup>
  );
}
