import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { DELETION_WORD } from '@preau/identity-domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { failureSentence } from '../messages';
import { deleteMyAccount } from './deletion';
import { DELETION_REFUSALS } from './messages';

export function DeletionForm({ onPlanned }: { readonly onPlanned: () => void }) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const refuse = (sentence: string) => {
    setFault(sentence);
    field.current?.focus();
  };
  const remove = useMutation({
    mutationFn: deleteMyAccount,
    onSuccess: async (result) => {
      if (result.__typename === 'DeletionRefused') return refuse(DELETION_REFUSALS[result.code]);
      await queries.invalidateQueries();
      onPlanned();
    },
    onError: (error) => {
      refuse(failureSentence(error));
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setFault('');
    remove.mutate(typed);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Input
        label={`Pour confirmer, saisissez ${DELETION_WORD} (obligatoire)`}
        state={fault ? 'error' : 'default'}
        stateRelatedMessage={fault}
        nativeInputProps={{
          ref: field,
          id: 'suppression-mot',
          autoComplete: 'off',
          autoCapitalize: 'characters',
          spellCheck: false,
          required: true,
          'aria-invalid': fault !== '',
          value: typed,
          onChange: ({ currentTarget }) => {
            setTyped(currentTarget.value);
          },
        }}
      />
      <Button type="submit" priority="secondary" disabled={remove.isPending}>
        {remove.isPending ? 'Enregistrement…' : 'Supprimer mon compte'}
      </Button>
    </form>
  );
}
