import { useEffect, useState, type SyntheticEvent } from 'react';

interface SearchFieldProps {
  readonly id: string;
  readonly label: string;
  /** What is looked for now. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly isLarge?: boolean;
  readonly hint?: string | undefined;
}

/** The field and button of the design system. Nothing is looked for before the button, or Enter. */
export function SearchField({ id, label, query, onSearch, isLarge = false, hint }: SearchFieldProps) {
  const [typed, setTyped] = useState(query);
  useEffect(() => {
    setTyped(query);
  }, [query]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" aria-label={label} action="/recherche" onSubmit={submit}>
      <div className={`fr-search-bar ${isLarge ? 'fr-search-bar--lg' : ''}`}>
        <label className="fr-label" htmlFor={id}>
          {label}
        </label>
        <input
          className="fr-input"
          id={id}
          name="q"
          type="search"
          placeholder="Rechercher"
          autoComplete="off"
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
        <button className="fr-btn" type="submit" title="Rechercher">
          Rechercher
        </button>
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="fr-hint-text fr-mt-1w fr-mb-0">
          {hint}
        </p>
      ) : null}
    </form>
  );
}
