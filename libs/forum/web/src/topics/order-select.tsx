import { Select } from '@codegouvfr/react-dsfr/Select';
import { useSearchParams } from 'react-router';
import { orderOf, type OrderChoice } from './order';

interface OrderSelectProps {
  readonly label: string;
  readonly choices: readonly OrderChoice[];
}

/** In which order a list is read: kept in the address, and said there only when it is not the usual one. */
export function OrderSelect({ label, choices }: OrderSelectProps) {
  const [search, setSearch] = useSearchParams();
  const order = orderOf(choices, search.get('ordre'));
  return (
    <Select
      className="preau-order"
      label={label}
      nativeSelectProps={{
        value: choices.find((choice) => choice.order === order)?.slug,
        onChange: ({ currentTarget }) => {
          const asked = new URLSearchParams(search);
          if (currentTarget.value === choices[0]?.slug) asked.delete('ordre');
          else asked.set('ordre', currentTarget.value);
          setSearch(asked, { replace: true, preventScrollReset: true });
        },
      }}
    >
      {choices.map(({ slug, label: name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </Select>
  );
}
