import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { AcademieSelect, DepartementSelect, useTerritories } from '@preau/ui';
import { scopeOf, type Level, type TypedGrant } from './grant-role';
import { ThemeSelect } from './theme-select';

const LEVELS: Record<Level, string> = {
  ACADEMIE: 'Une académie',
  REGION: 'Une région académique',
  DEPARTEMENT: 'Un département',
  ETABLISSEMENT: 'Un établissement',
};

interface GrantScopeProps {
  readonly typed: TypedGrant;
  readonly change: (changes: Partial<TypedGrant>) => void;
  readonly faultOf: (field: keyof TypedGrant) => string | undefined;
  readonly idOf: (field: keyof TypedGrant) => string;
}

/** Where and on what a role holds: only what the role leaves a choice of. */
export function GrantScope(props: GrantScopeProps) {
  const { typed, change, faultOf, idOf } = props;
  const scope = scopeOf(typed.role);
  if (!scope) return null;
  return (
    <>
      {scope.territory === 'never' ? null : (
        <>
          <Select
            label={scope.territory === 'must' ? 'Territoire (obligatoire)' : 'Territoire'}
            state={faultOf('level') ? 'error' : 'default'}
            stateRelatedMessage={faultOf('level')}
            nativeSelectProps={{
              id: idOf('level'),
              value: typed.level,
              'aria-invalid': faultOf('level') !== undefined,
              onChange: ({ currentTarget }) => {
                change({ level: currentTarget.value, code: '' });
              },
            }}
          >
            <option value="">{scope.territory === 'must' ? 'Choisir dans la liste' : 'Partout'}</option>
            {Object.entries(LEVELS).map(([level, name]) => (
              <option key={level} value={level}>
                {name}
              </option>
            ))}
          </Select>
          <TerritoryCode {...props} />
        </>
      )}
      {scope.theme === 'may' ? (
        <ThemeSelect
          id={idOf('themeId')}
          value={typed.themeId}
          error={faultOf('themeId')}
          onChange={(themeId) => {
            change({ themeId });
          }}
        />
      ) : null}
    </>
  );
}

function TerritoryCode({ typed, change, faultOf, idOf }: GrantScopeProps) {
  const regions = useTerritories()?.regions ?? [];
  const field = {
    id: idOf('code'),
    value: typed.code,
    error: faultOf('code'),
    onChange: (code: string) => {
      change({ code });
    },
  };
  const native = {
    id: field.id,
    value: field.value,
    'aria-invalid': field.error !== undefined,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      field.onChange(currentTarget.value);
    },
  };
  const state = field.error ? 'error' : 'default';
  switch (typed.level) {
    case 'ACADEMIE':
      return <AcademieSelect label="Académie (obligatoire)" {...field} />;
    case 'DEPARTEMENT':
      return <DepartementSelect label="Département (obligatoire)" {...field} />;
    case 'REGION':
      return (
        <Select
          label="Région académique (obligatoire)"
          state={state}
          stateRelatedMessage={field.error}
          nativeSelectProps={native}
        >
          <option value="">Choisir dans la liste</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      );
    case 'ETABLISSEMENT':
      return (
        <Input
          label="Numéro de l’établissement (obligatoire)"
          hintText="Numéro UAI, sept chiffres et une lettre&nbsp;: 0750655E."
          state={state}
          stateRelatedMessage={field.error}
          nativeInputProps={native}
        />
      );
    default:
      return null;
  }
}
