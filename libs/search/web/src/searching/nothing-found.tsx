import { Empty } from '@preau/ui';
import { Link } from 'react-router';
import { hasFilters, withoutFilters, writeAddress, type SearchAddress } from './search-address';

/** No result: what one can do about it. */
export function NothingFound({ address }: { readonly address: SearchAddress }) {
  return (
    <section aria-labelledby="aucun-resultat" className="preau-search__nothing">
      <div role="status">
        <h2 id="aucun-resultat">Aucun résultat pour «&nbsp;{address.query}&nbsp;»</h2>
      </div>
      <Empty
        action={
          <ul>
            {hasFilters(address) ? (
              <li>
                <Link to={writeAddress(withoutFilters(address))}>Chercher partout, sans filtre</Link>
              </li>
            ) : null}
            <li>Écrivez moins de mots, ou des mots plus courants.</li>
            <li>Vérifiez comment ils s’écrivent.</li>
            <li>Un sigle (ENT, AESH, RGPD…) et son développement se valent&nbsp;: l’un suffit.</li>
          </ul>
        }
      >
        Tous les mots doivent se trouver dans un même texte.
      </Empty>
    </section>
  );
}
