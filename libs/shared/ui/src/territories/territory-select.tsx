import { Select } from '@codegouvfr/react-dsfr/Select';
import type { ReactNode } from 'react';
import type { ListedLevel, TerritoryGroup } from './territories';
import { useTerritories } from './use-territories';

const words = { chooseInList: 'Choisir dans la liste', loadingList: 'La liste arrive…' };

export interface TerritorySelectProps {
  readonly level: ListedLevel;
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The code chosen; empty when none is. */
  readonly value: string;
  /** Called with the empty text when the choice is taken back. */
  readonly onChange: (code: string) => void;
  readonly error?: ReactNode;
  readonly name?: string;
  readonly required?: boolean | undefined;
  /** What the first line says: "all of them" in a filter, "choose" in a form. */
  readonly emptyLabel?: string;
}

/** A territory chosen in a native list, by région académique: no combobox. */
export function TerritorySelect(props: TerritorySelectProps) {
  const { level, id, label, hint, value, onChange, error, name, required, emptyLabel } = props;
  const territories = useTerritories();
  return (
    <Select
      label={label}
      hint={hint}
      state={error ? 'error' : 'default'}
      stateRelatedMessage={error}
      nativeSelectProps={{
        id,
        name,
        value: territories ? value : '',
        required,
        'aria-invalid': error ? true : undefined,
        onChange: ({ target }) => onChange(target.value),
      }}
    >
      <option value="">{territories ? (emptyLabel ?? words.chooseInList) : words.loadingList}</option>
      {territories?.groups[level].map((group) => (
        <TerritoryOptions key={group.name} group={group} />
      ))}
    </Select>
  );
}

function TerritoryOptions({ group }: { readonly group: TerritoryGroup }) {
  return (
    <optgroup label={group.name}>
      {group.territories.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

type OneLevelProps = Omit<TerritorySelectProps, 'level'>;

/** One of the 30 académies, or a place outside them (vice-rectorats, abroad). */
export const AcademieSelect = (props: OneLevelProps) => <TerritorySelect {...props} level="academie" />;

/** One of the 101 départements. */
export const DepartementSelect = (props: OneLevelProps) => <TerritorySelect {...props} level="departement" />;
