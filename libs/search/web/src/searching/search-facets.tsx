import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatNumber, useTerritories } from '@preau/ui';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { isKindName, KIND_NAMES } from '../messages';
import { hasFilters, withoutFilters, writeAddress, type SearchAddress } from './search-address';

const facetsFragment = graphql(`
  fragment SearchFacets on SearchFacets {
    kind {
      value
      count
    }
    theme {
      value
      label
      count
    }
    academie {
      value
      count
    }
    year {
      value
      count
    }
  }
`);

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  /** The question with this choice made, or taken back. */
  readonly to: SearchAddress;
}

interface SearchFacetsProps {
  readonly facets: FragmentType<typeof facetsFragment>;
  readonly address: SearchAddress;
}

/** Where the results are, as ways to fewer of them. Folded on small screens. */
export function SearchFacets({ facets, address }: SearchFacetsProps) {
  const { kind, theme, academie, year } = readFragment(facetsFragment, facets);
  const nameOf = useTerritories()?.nameOf;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const one = (name: 'theme' | 'academie' | 'year', value: string) => {
    const isChosen = address[name] === value;
    return { isChosen, to: { ...address, [name]: isChosen ? null : value } };
  };
  return (
    <nav className="preau-facets" aria-label="Affiner la recherche" data-open={isOpen}>
      <button
        type="button"
        className="fr-btn fr-btn--secondary fr-btn--icon-left fr-icon-filter-line preau-facets__toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        Affiner
      </button>
      <div id={id} className="preau-facets__groups">
        {hasFilters(address) ? (
          <p>
            <Link to={writeAddress(withoutFilters(address))}>Retirer tous les filtres</Link>
          </p>
        ) : null}
        <Group
          title="Type"
          choices={kind.flatMap(({ value, count }) => {
            if (!isKindName(value)) return [];
            const isChosen = address.kinds.includes(value);
            const kinds = isChosen
              ? address.kinds.filter((name) => name !== value)
              : [...address.kinds, value];
            return [{ value, count, label: KIND_NAMES[value].many, isChosen, to: { ...address, kinds } }];
          })}
        />
        <Group
          title="Thème"
          choices={theme.map(({ value, label, count }) => ({
            value,
            count,
            label: label ?? value,
            ...one('theme', value),
          }))}
        />
        <Group
          title="Académie"
          choices={academie.map(({ value, count }) => ({
            value,
            count,
            label: nameOf?.('academie', value) ?? value,
            ...one('academie', value),
          }))}
        />
        <Group
          title="Année"
          choices={year.map(({ value, count }) => ({ value, count, label: value, ...one('year', value) }))}
        />
      </div>
    </nav>
  );
}

/** Beyond, the choices are on demand. */
const SHOWN = 6;

function Group({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  const [isWhole, setWhole] = useState(false);
  if (choices.length === 0) return null;
  return (
    <section>
      <h2 className="preau-facets__title">{title}</h2>
      <ul className="fr-raw-list">
        {choices.slice(0, isWhole ? choices.length : SHOWN).map(({ value, label, count, isChosen, to }) => (
          <li key={value}>
            <Link to={writeAddress(to)} {...(isChosen ? { 'aria-current': 'true' as const } : {})}>
              {isChosen ? <span className="fr-sr-only">Retirer le filtre&nbsp;: </span> : null}
              {label}
            </Link>
            <span className="preau-facets__count"> ({formatNumber(count)})</span>
          </li>
        ))}
      </ul>
      {choices.length > SHOWN ? (
        <button
          type="button"
          className="fr-link"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? 'Moins de choix' : `Tous les choix (${String(choices.length)})`}
          <span className="fr-sr-only">&nbsp;: {title}</span>
        </button>
      ) : null}
    </section>
  );
}
