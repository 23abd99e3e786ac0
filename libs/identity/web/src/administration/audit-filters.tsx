import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { type AuditFilters as Filters } from './audit-query';
import { actionName } from './audit-words';

const auditActionsQuery = graphql(`
  query AuditActions {
    auditActions
  }
`);

interface AuditFiltersProps {
  readonly filters: Filters;
  readonly onSearch: (filters: Filters) => void;
}

/** What is looked for in the log: what was done, and when. */
export function AuditFilters({ filters, onSearch }: AuditFiltersProps) {
  const [typed, setTyped] = useState(filters);
  const [known, setKnown] = useState(filters);
  // Another page of the visit, by the browser's « back » for one. The form stays, and the focus in it.
  if (known !== filters) {
    setKnown(filters);
    setTyped(filters);
  }
  const { data } = useQuery({
    queryKey: ['audit-actions'],
    queryFn: ({ signal }) => execute(auditActionsQuery, {}, { signal }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSearch(typed);
  };
  const field = (name: keyof Filters) => ({
    id: `journal-${name}`,
    value: typed[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped({ ...typed, [name]: currentTarget.value });
    },
  });
  return (
    <form role="search" className="preau-admin__filters" onSubmit={submit}>
      <Select label="Action" nativeSelectProps={field('action')}>
        <option value="">Toutes</option>
        {(data?.auditActions ?? [typed.action].filter(Boolean)).map((action) => (
          <option key={action} value={action}>
            {actionName(action)}
          </option>
        ))}
      </Select>
      <Input label="Du" nativeInputProps={{ ...field('from'), type: 'date' }} />
      <Input label="Au" nativeInputProps={{ ...field('to'), type: 'date' }} />
      <Button type="submit" iconId="fr-icon-search-line">
        Filtrer
      </Button>
    </form>
  );
}
