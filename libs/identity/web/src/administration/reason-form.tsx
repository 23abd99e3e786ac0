import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { ErrorSummary, takeFocus, type FieldProblem } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useKeptState } from '../account/use-kept-state';
import { failureSentence } from '../messages';

interface ReasonFormProps {
  /** Of the form on its page, and of what is typed in it. */
  readonly id: string;
  /** What the button does: « Retirer ce rôle ». */
  readonly action: string;
  /** What will happen, said before. */
  readonly warning: string;
  /** Does it, and gives what was wrong, in words; null when it is done. */
  readonly onConfirm: (reason: string) => Promise<string | null>;
  readonly onCancel: () => void;
}

const NONE: readonly FieldProblem[] = [];

/** Something done to somebody is confirmed by saying why. */
export function ReasonForm({ id, action, warning, onConfirm, onCancel }: ReasonFormProps) {
  const [typed, change, forget] = useKeptState(`preau.administration.${id}`, { reason: '' });
  const [problems, setProblems] = useState(NONE);
  const fieldId = `${id}-motif`;
  const confirm = useMutation({
    mutationFn: () => onConfirm(typed.reason),
    onSuccess: (fault) => {
      if (fault === null) forget({ reason: '' });
      else setProblems([{ fieldId, message: fault }]);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setProblems(NONE);
    confirm.mutate();
  };
  const fault = problems[0]?.message;
  return (
    <form className="preau-admin__form" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} title="Cela n’a pas été fait" />
      <p ref={takeFocus} tabIndex={-1}>
        {warning}
      </p>
      <Input
        textArea
        label="Motif (obligatoire)"
        hintText="Une phrase. Elle est gardée dans le journal."
        state={fault ? 'error' : 'default'}
        stateRelatedMessage={fault}
        nativeTextAreaProps={{
          id: fieldId,
          rows: 2,
          required: true,
          'aria-invalid': fault !== undefined,
          value: typed.reason,
          onChange: ({ currentTarget }) => {
            change({ reason: currentTarget.value });
          },
        }}
      />
      <div className="preau-admin__actions">
        <Button type="submit" disabled={confirm.isPending}>
          {action}
        </Button>
        <Button type="button" priority="secondary" onClick={onCancel}>
          Annuler
        </Button>
      </div>
      <p role="alert">{confirm.error ? failureSentence(confirm.error) : ''}</p>
    </form>
  );
}
