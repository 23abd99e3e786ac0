import { Select } from '@codegouvfr/react-dsfr/Select';
import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';

const themesQuery = graphql(`
  query GrantableThemes {
    consultations {
      id
      title
      themes {
        id
        shortTitle
      }
    }
  }
`);

interface ThemeSelectProps {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (themeId: string) => void;
}

/** A theme of a consultation, or all of them. */
export function ThemeSelect({ id, value, error, onChange }: ThemeSelectProps) {
  const { data } = useQuery({
    queryKey: ['grantable-themes'],
    queryFn: ({ signal }) => execute(themesQuery, {}, { method: 'GET', signal }),
  });
  return (
    <Select
      label="Thème"
      state={error ? 'error' : 'default'}
      stateRelatedMessage={error}
      nativeSelectProps={{
        id,
        value: data ? value : '',
        'aria-invalid': error !== undefined,
        onChange: ({ currentTarget }) => {
          onChange(currentTarget.value);
        },
      }}
    >
      <option value="">{data ? 'Tous les thèmes' : 'La liste arrive…'}</option>
      {data?.consultations.map((consultation) => (
        <optgroup key={consultation.id} label={consultation.title}>
          {consultation.themes.map((theme) => (
            <option key={theme.id} value={theme.id}>
              {theme.shortTitle}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
