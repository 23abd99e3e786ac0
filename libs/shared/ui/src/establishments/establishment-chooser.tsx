import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { StatusMessage } from '../states';
import { describe, nameEstablishment } from './establishment-query';
import { EstablishmentResults } from './establishment-results';
import { establishmentMessages as words } from './messages';
import { useEstablishmentSearch } from './use-establishment-search';

interface EstablishmentChooserProps {
  readonly id: string;
  /** The number (UAI) chosen; empty when none is. */
  readonly value: string;
  readonly onChange: (uai: string) => void;
}

/** A search and a list of radio buttons: an establishment chosen among seventy thousand, without a combobox. */
export function EstablishmentChooser({ id, value, onChange }: EstablishmentChooserProps) {
  const [typed, setTyped] = useState('');
  const search = useEstablishmentSearch();
  // Inside another form: Enter searches, and sends nothing else.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search.run(typed);
  };
  return (
    <div className="preau-establishments">
      {value ? <Chosen uai={value} onForget={() => onChange('')} /> : null}
      <div role="search" aria-label={words.search}>
        <Input
          label={words.label}
          hintText={words.hint}
          state={search.fault ? 'error' : 'default'}
          stateRelatedMessage={search.fault}
          nativeInputProps={{
            id: `${id}-search`,
            type: 'search',
            autoComplete: 'off',
            value: typed,
            'aria-invalid': search.fault ? true : undefined,
            onChange: ({ target }) => setTyped(target.value),
            onKeyDown,
          }}
        />
        <Button type="button" priority="secondary" disabled={search.isBusy} onClick={() => search.run(typed)}>
          {words.search}
        </Button>
      </div>
      <StatusMessage>{search.news}</StatusMessage>
      <EstablishmentResults id={id} search={search} value={value} onChange={onChange} />
    </div>
  );
}

function Chosen({ uai, onForget }: { readonly uai: string; readonly onForget: () => void }) {
  const { data } = useQuery({
    queryKey: ['establishment', uai],
    queryFn: () => nameEstablishment(uai),
    staleTime: Infinity,
  });
  return (
    <p className="preau-establishments__chosen">
      <strong>{words.chosen}</strong> {data ? describe(data) : words.number(uai)}{' '}
      <Button type="button" priority="tertiary no outline" size="small" onClick={onForget}>
        {words.forget}
      </Button>
    </p>
  );
}
