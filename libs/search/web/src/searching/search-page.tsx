import '../search.css';
import { Page } from '@preau/ui';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readAddress, writeAddress } from './search-address';
import { SearchField } from './search-field';
import { SearchResults } from './search-results';

const HINT =
  'Entre guillemets, des mots qui se suivent\u00a0; un tiret devant un mot l’écarte. Accents et majuscules ne comptent pas.';

/** /recherche: everything that can be found on the site. */
export function Component() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(params), [params]);
  const { query } = address;
  return (
    <Page title="Recherche" breadcrumb={[]} documentTitle={query ? `${query} — Recherche` : 'Recherche'}>
      <div className="preau-search__field">
        <SearchField
          id="recherche"
          label="Que cherchez-vous ?"
          query={query}
          hint={HINT}
          isLarge
          onSearch={(typed) => void navigate(writeAddress({ ...address, query: typed }))}
        />
      </div>
      {query ? <SearchResults address={address} /> : null}
    </Page>
  );
}
