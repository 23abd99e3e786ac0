import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { keptServiceName, SERVICE_NAME_LENGTH, serviceNameRefusal } from '@preau/forum-domain';
import { readFragment } from '@preau/graphql';
import { ErrorSummary, type FieldProblem, RequiredMark } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { FormRefusal } from '../writing/form-refusal';
import { nameSentence } from './name-sentence';
import { saveService, serviceOutcome } from './services-operations';

interface ServiceFormProps {
  readonly id: string;
  readonly name: string;
  readonly onSaved: (name: string) => void;
  readonly onCancel: () => void;
}

const NONE: readonly FieldProblem[] = [];

/** The name under which a service writes. */
export function ServiceForm({ id, name, onSaved, onCancel }: ServiceFormProps) {
  const [typed, setTyped] = useState(name);
  const [problems, setProblems] = useState(NONE);
  const fieldId = `service-${id}`;
  const kept = keptServiceName(typed);
  const say = (code: Parameters<typeof nameSentence>[0]) => {
    setProblems([{ fieldId, message: nameSentence(code) }]);
  };
  const save = useMutation({
    mutationFn: () => saveService(id, kept),
    onSuccess: (fragment) => {
      const result = readFragment(serviceOutcome, fragment);
      if (result.__typename === 'ManagingRefused') say(result.code);
      else onSaved(kept);
    },
  });
  useEffect(() => {
    document.getElementById(fieldId)?.focus();
  }, [fieldId]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const code = serviceNameRefusal(kept);
    if (code) {
      say(code);
      return;
    }
    setProblems(NONE);
    save.mutate();
  };
  const fault = problems[0]?.message;
  return (
    <form className="preau-reply-form" onSubmit={submit} noValidate aria-label="Nom du service">
      <ErrorSummary titleAs="p" problems={problems} title="Un champ est à revoir" />
      <Input
        label={
          <>
            Nom du service
            <RequiredMark />
          </>
        }
        hintText={`Tel qu’on le lira sous ses réponses. De ${SERVICE_NAME_LENGTH.min} à ${SERVICE_NAME_LENGTH.max} caractères.`}
        state={fault ? 'error' : 'default'}
        stateRelatedMessage={fault}
        nativeInputProps={{
          id: fieldId,
          required: true,
          'aria-invalid': fault !== undefined,
          value: typed,
          onChange: ({ currentTarget }) => {
            setTyped(currentTarget.value);
          },
        }}
      />
      <FormRefusal error={save.error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={save.isPending}>
          Enregistrer
        </Button>
        <Button type="button" priority="secondary" onClick={onCancel}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
