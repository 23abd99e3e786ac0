import { Failure, formatNumber, Loading, Pagination, plural } from '@preau/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { SEARCH_REFUSALS } from '../messages';
import { FoundObject } from './found-object';
import { NothingFound } from './nothing-found';
import { writeAddress, type SearchAddress } from './search-address';
import { SearchFacets } from './search-facets';
import { findResults } from './search-query';

/** What was found, how many, where, and other spellings. */
export function SearchResults({ address }: { readonly address: SearchAddress }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: ['search', address],
      queryFn: ({ pageParam, signal }) => findResults(address, pageParam, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) =>
        page.__typename === 'SearchResults' && page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
      placeholderData: keepPreviousData,
    });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const first = data?.pages[0];
  if (!data || !first) return <Loading label="Recherche en cours…" />;
  if (first.__typename === 'SearchRefused') return <p role="alert">{SEARCH_REFUSALS[first.code]}</p>;
  const { total, isCapped, facets, correction } = first;
  if (total === 0) return <NothingFound address={address} />;
  const nodes = data.pages.flatMap((page) =>
    page.__typename === 'SearchResults' ? page.edges.map(({ node }) => node) : [],
  );
  return (
    <div className="preau-search" aria-busy={isPlaceholderData}>
      <SearchFacets facets={facets} address={address} />
      <section aria-labelledby="resultats">
        {correction ? <Correction address={address} {...correction} /> : null}
        <div className="preau-search__head">
          <div role="status">
            <h2 id="resultats">
              {isCapped
                ? `Plus de ${formatNumber(roundedDown(total))} résultats`
                : plural(total, 'résultat', 'résultats')}
            </h2>
          </div>
          <Order address={address} />
        </div>
        {isCapped ? (
          <p className="preau-search__note">
            Seuls les {formatNumber(total)} plus récents sont comptés et montrés. Un mot de plus en laisse
            moins.
          </p>
        ) : null}
        <ol className="fr-raw-list">
          {nodes.map((node) => (
            <FoundObject key={`${node.kind} ${node.id}`} hit={node} />
          ))}
        </ol>
        <Pagination
          shown={nodes.length}
          total={total}
          hasMore={hasNextPage}
          loading={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      </section>
    </div>
  );
}

/** « Plus de 734 » would be more exact than it is. */
const roundedDown = (total: number) => Math.floor(total / 100) * 100;

interface CorrectionProps {
  readonly address: SearchAddress;
  readonly query: string;
  readonly isApplied: boolean;
}

function Correction({ address, query, isApplied }: CorrectionProps) {
  const link = <Link to={writeAddress({ ...address, query })}>{query}</Link>;
  return (
    <p className="preau-search__correction">
      {isApplied ? (
        <>
          Aucun résultat pour «&nbsp;{address.query}&nbsp;». Voici ceux de «&nbsp;{link}&nbsp;».
        </>
      ) : (
        <>Vouliez-vous dire «&nbsp;{link}&nbsp;»&nbsp;?</>
      )}
    </p>
  );
}

function Order({ address }: { readonly address: SearchAddress }) {
  const orders = [
    { isRecent: false, label: 'Les plus proches' },
    { isRecent: true, label: 'Les plus récents' },
  ];
  return (
    <ul className="fr-raw-list preau-search__order" aria-label="Ordre des résultats">
      {orders.map(({ isRecent, label }) => (
        <li key={label}>
          <Link
            to={writeAddress({ ...address, isRecent })}
            {...(address.isRecent === isRecent ? { 'aria-current': 'true' as const } : {})}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
