import './administration.css';
import { type AccountState } from '@preau/identity-domain';
import { Empty, GuardedFailure, Loading, Page, Pagination } from '@preau/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { ROLE_NAMES } from '../messages';
import { AccountFilters } from './account-filters';
import { AccountLine } from './account-line';
import { findAccounts, type AccountFilters as Filters } from './accounts-query';
import { STATE_NAMES } from './messages';
import { ADMINISTRATION } from './places';

/** Names of the filters in the address. */
const NAMES = { search: 'recherche', role: 'role', state: 'etat' } as const;

/** /administration/comptes: who has an account. */
export function Component() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => filtersOf(params), [params]);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['administered-accounts', filters],
    queryFn: ({ pageParam, signal }) => findAccounts(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const edges = data.pages.flatMap((page) => page.edges);
  const search = (typed: Filters) => {
    const given = Object.entries(typed).filter(([, value]) => (value as string).trim() !== '');
    setParams(
      Object.fromEntries(given.map(([name, value]) => [NAMES[name as keyof Filters], value as string])),
    );
  };
  return (
    <Page
      title="Comptes"
      breadcrumb={[ADMINISTRATION]}
      lead={
        'Les adresses sont abrégées. La page d’un compte montre la sienne entière\u00a0; chaque ouverture est inscrite au journal.'
      }
    >
      <AccountFilters filters={filters} onSearch={search} />
      {edges.length === 0 ? (
        <Empty>Aucun compte ne répond à cette recherche.</Empty>
      ) : (
        <>
          <ul className="preau-admin__list">
            {edges.map(({ node }) => (
              <AccountLine key={node.id} account={node} />
            ))}
          </ul>
          <Pagination
            shown={edges.length}
            total={data.pages[0]?.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

/** What the address asks for; what it could not ask for is left out. */
function filtersOf(params: URLSearchParams): Filters {
  const known = (name: string, names: object) => {
    const value = params.get(name) ?? '';
    return Object.hasOwn(names, value) ? value : '';
  };
  return {
    search: params.get(NAMES.search) ?? '',
    role: known(NAMES.role, ROLE_NAMES),
    state: known(NAMES.state, STATE_NAMES satisfies Record<AccountState, string>),
  };
}
