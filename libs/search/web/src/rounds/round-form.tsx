import { Button } from '@codegouvfr/react-dsfr/Button';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureSentence, isKindName, KIND_NAMES, type KindName } from '../messages';
import { beginRound } from './rounds-query';

/** Which contents to walk through, to compare only or to put right. */
export function RoundForm({ onBegun }: { readonly onBegun: () => void }) {
  const [kind, setKind] = useState<KindName>('TOPIC');
  const begin = useMutation({
    mutationFn: (isCheck: boolean) => beginRound(kind, isCheck),
    onSuccess: onBegun,
  });
  const fault = begin.error ? failureSentence(begin.error) : begin.data;
  return (
    <form
      className="preau-rounds__form"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(true);
      }}
    >
      <Select
        label="Contenus"
        nativeSelectProps={{
          id: 'parcours-contenus',
          value: kind,
          onChange: ({ target: { value } }) => {
            if (isKindName(value)) setKind(value);
          },
        }}
      >
        {Object.entries(KIND_NAMES).map(([value, { many }]) => (
          <option key={value} value={value}>
            {many}
          </option>
        ))}
      </Select>
      <Button type="submit" priority="secondary" disabled={begin.isPending}>
        Vérifier
      </Button>
      <Button
        type="button"
        priority="secondary"
        disabled={begin.isPending}
        onClick={() => {
          begin.mutate(false);
        }}
      >
        Rectifier
      </Button>
      <p role="alert" className="preau-rounds__fault">
        {fault ?? ''}
      </p>
    </form>
  );
}
