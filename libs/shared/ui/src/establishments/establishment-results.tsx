import { Button } from '@codegouvfr/react-dsfr/Button';
import { describe } from './establishment-query';
import { establishmentMessages as words } from './messages';
import type { Search } from './use-establishment-search';

interface EstablishmentResultsProps {
  readonly id: string;
  readonly search: Search;
  readonly value: string;
  readonly onChange: (uai: string) => void;
}

/** What was found, one radio button each; a number that is not in the directory may be kept as it is. */
export function EstablishmentResults({ id, search, value, onChange }: EstablishmentResultsProps) {
  const { establishments, number, next, isBusy, more } = search;
  const lines = [
    ...establishments.map((one) => ({ uai: one.uai, label: describe(one), hint: words.number(one.uai) })),
    ...(number === null ? [] : [{ uai: number, label: words.number(number), hint: words.unlisted }]),
  ];
  if (lines.length === 0) return null;
  return (
    <fieldset className="fr-fieldset">
      <legend className="fr-fieldset__legend">{words.results}</legend>
      {lines.map(({ uai, label, hint }) => (
        <div key={uai} className="fr-fieldset__element">
          <div className="fr-radio-group">
            <input
              type="radio"
              id={`${id}-${uai}`}
              name={`${id}-establishment`}
              checked={value === uai}
              onChange={() => onChange(uai)}
            />
            <label className="fr-label" htmlFor={`${id}-${uai}`}>
              {label}
              <span className="fr-hint-text">{hint}</span>
            </label>
          </div>
        </div>
      ))}
      {next === null ? null : (
        <div className="fr-fieldset__element">
          <Button type="button" priority="tertiary" disabled={isBusy} onClick={more}>
            {words.more}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
