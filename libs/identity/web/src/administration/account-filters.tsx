import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { type SyntheticEvent, useState } from 'react';
import { ROLE_NAMES } from '../messages';
import { type AccountFilters as Filters } from './accounts-query';
import { STATE_NAMES } from './messages';

interface AccountFiltersProps {
  readonly filters: Filters;
  readonly onSearch: (filters: Filters) => void;
}

/** What is looked for among accounts. Nothing happens before the button: each search is a page of the visit. */
export function AccountFilters({ filters, onSearch }: AccountFiltersProps) {
  const [typed, setTyped] = useState(filters);
  const [known, setKnown] = useState(filters);
  // Another page of the visit, by the browser's « back » for one. The form stays, and the focus in it.
  if (known !== filters) {
    setKnown(filters);
    setTyped(filters);
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSearch(typed);
  };
  const choice = (name: 'role' | 'state') => ({
    id: `comptes-${name}`,
    value: typed[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped({ ...typed, [name]: currentTarget.value });
    },
  });
  return (
    <form role="search" className="preau-admin__filters" onSubmit={submit}>
      <Input
        label="Nom ou adresse"
        nativeInputProps={{
          id: 'comptes-search',
          type: 'search',
          value: typed.search,
          onChange: ({ currentTarget }) => {
            setTyped({ ...typed, search: currentTarget.value });
          },
        }}
      />
      <Select label="Rôle" nativeSelectProps={choice('role')}>
        <option value="">Tous</option>
        {Object.entries(ROLE_NAMES)
          .filter(([role]) => role !== 'PARTICIPANT')
          .map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
      </Select>
      <Select label="État" nativeSelectProps={choice('state')}>
        <option value="">Tous</option>
        {Object.entries(STATE_NAMES).map(([state, name]) => (
          <option key={state} value={state}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit" iconId="fr-icon-search-line">
        Chercher
      </Button>
    </form>
  );
}
