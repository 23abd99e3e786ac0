import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { type OpposeRefusal } from '@preau/identity-domain';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useKeptState } from '../account/use-kept-state';
import { failureSentence } from '../messages';
import { OPPOSE_REFUSALS } from './messages';
import { oppose } from './operations';

interface OpposeFormProps {
  readonly accountId: string;
  readonly processings: readonly { readonly code: string; readonly title: string }[];
  readonly onFiled: () => void;
}

const FIELDS = { processing: 'opposition-usage', reason: 'opposition-raison' } as const;

/** Which field a refusal is about. */
const fieldOf = (code: OpposeRefusal): keyof typeof FIELDS =>
  code === 'TEXT_TOO_SHORT' || code === 'TEXT_TOO_LONG' ? 'reason' : 'processing';

export function OpposeForm({ accountId, processings, onFiled }: OpposeFormProps) {
  const [typed, change, forget] = useKeptState(`preau.opposition.${accountId}`, {
    processing: '',
    reason: '',
  });
  const [refusal, setRefusal] = useState<OpposeRefusal | null>(null);
  const refuse = (code: OpposeRefusal) => {
    setRefusal(code);
    document.getElementById(FIELDS[fieldOf(code)])?.focus();
  };
  const file = useMutation({
    mutationFn: oppose,
    onSuccess: (result) => {
      if (result.__typename === 'OpposeRefused') return refuse(result.code);
      forget({ processing: '', reason: '' });
      onFiled();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setRefusal(null);
    if (typed.processing) file.mutate(typed);
    else refuse('UNKNOWN_PROCESSING');
  };
  const faultOf = (field: keyof typeof FIELDS) =>
    refusal && fieldOf(refusal) === field ? OPPOSE_REFUSALS[refusal] : undefined;
  const state = (field: keyof typeof FIELDS) => (faultOf(field) ? 'error' : 'default');
  return (
    <form onSubmit={submit} noValidate>
      <Select
        label="Usage auquel je m’oppose (obligatoire)"
        state={state('processing')}
        stateRelatedMessage={faultOf('processing')}
        nativeSelectProps={{
          id: FIELDS.processing,
          required: true,
          'aria-invalid': faultOf('processing') !== undefined,
          value: typed.processing,
          onChange: ({ currentTarget }) => {
            change({ processing: currentTarget.value });
          },
        }}
      >
        <option value="">Choisir dans la liste</option>
        {processings.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </Select>
      <Input
        textArea
        label="Mes raisons (obligatoire)"
        hintText="Ce qui, dans votre situation, s’y oppose. L’équipe les lit&nbsp;; n’y mettez rien de plus que nécessaire."
        state={state('reason')}
        stateRelatedMessage={faultOf('reason')}
        nativeTextAreaProps={{
          id: FIELDS.reason,
          rows: 4,
          required: true,
          'aria-invalid': faultOf('reason') !== undefined,
          value: typed.reason,
          onChange: ({ currentTarget }) => {
            change({ reason: currentTarget.value });
          },
        }}
      />
      <Button type="submit" priority="secondary" disabled={file.isPending}>
        {file.isPending ? 'Envoi…' : 'M’opposer'}
      </Button>
      <p role="alert">{file.error ? failureSentence(file.error) : ''}</p>
    </form>
  );
}
