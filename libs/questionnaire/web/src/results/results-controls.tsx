import { useId } from 'react';
import { filterOf, filterText, type ResultFilter, type ResultsAddress } from './address';
import { DIMENSION_NAMES } from './messages';
import { type ProfileQuestion } from './sections';

/** What a profile question may be restricted to. */
export interface ProfileValues extends ProfileQuestion {
  readonly values: readonly { readonly code: string; readonly label: string }[];
}

type Comparison = Pick<ResultsAddress, 'by' | 'where'>;

interface ResultsControlsProps {
  readonly profile: readonly ProfileValues[];
  readonly comparison: Comparison;
  /** Staff combine as they like; the public compares or restricts. */
  readonly exact: boolean;
  readonly onChange: (comparison: Comparison) => void;
}

export function ResultsControls({ profile, comparison, exact, onChange }: ResultsControlsProps) {
  const { by, where } = comparison;
  const restrict = (chosen: ResultFilter | null, among: readonly ProfileValues[]) => {
    const kept = exact ? where.filter(({ question }) => !among.some(({ code }) => code === question)) : [];
    const filters = chosen ? [...kept, chosen] : kept;
    onChange({ by: exact || filters.length === 0 ? by : null, where: filters });
  };
  const lists = exact ? profile.map((one) => [one]) : [profile];
  return (
    <form
      className="preau-results__controls"
      aria-label="Choisir les chiffres"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Choice
        label="Comparer selon"
        value={by ?? ''}
        onChoose={(value) => {
          onChange({ by: value || null, where: exact || !value ? where : [] });
        }}
      >
        <option value="">Ne pas comparer</option>
        {profile.map(({ code, dimension }) => (
          <option key={code} value={code}>
            {DIMENSION_NAMES[dimension]}
          </option>
        ))}
      </Choice>
      {lists.map((among) => {
        const chosen = where.find(({ question }) => among.some(({ code }) => code === question));
        const [only] = among;
        return (
          <Choice
            key={among.map(({ code }) => code).join()}
            label={
              exact && only
                ? `Restreindre\u00a0: ${DIMENSION_NAMES[only.dimension].toLowerCase()}`
                : 'Ne garder que'
            }
            value={chosen ? filterText(chosen) : ''}
            onChoose={(value) => {
              restrict(filterOf(value), among);
            }}
          >
            <option value="">Tout le monde</option>
            {chosen && !isListed(chosen, among) ? <option value={filterText(chosen)}>…</option> : null}
            {among.map((one) => (
              <ProfileOptions key={one.code} profile={one} grouped={!exact} />
            ))}
          </Choice>
        );
      })}
    </form>
  );
}

/** Until the values have come, the one in the address has no name: it must not read as « everybody ». */
const isListed = ({ question, is }: ResultFilter, among: readonly ProfileValues[]) =>
  among.some(({ code, values }) => code === question && values.some((value) => value.code === is));

function ProfileOptions({
  profile,
  grouped,
}: {
  readonly profile: ProfileValues;
  readonly grouped: boolean;
}) {
  const options = profile.values.map(({ code, label }) => (
    <option key={code} value={filterText({ question: profile.code, is: code })}>
      {label}
    </option>
  ));
  return grouped ? <optgroup label={DIMENSION_NAMES[profile.dimension]}>{options}</optgroup> : options;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: React.ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="fr-select-group">
      <label className="fr-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="fr-select"
        value={value}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        {children}
      </select>
    </div>
  );
}
