import '../identity.css';
import { SegmentedControl } from '@codegouvfr/react-dsfr/SegmentedControl';
import { Empty, GuardedFailure, Loading, Page, Pagination, StatusMessage } from '@preau/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { STATES } from './messages';
import { OppositionCard } from './opposition-card';
import { oppositionsPage, type ShownState } from './operations';

const SHOWN: readonly (readonly [ShownState, string, string])[] = [
  ['OPEN', 'attente', 'En attente'],
  ['ACCEPTED', 'acceptees', 'Acceptées'],
  ['REFUSED', 'refusees', 'Refusées'],
];

/** /pilotage/oppositions: who objects to a use of their data, those who have waited longest first. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const [said, setSaid] = useState('');
  const queries = useQueryClient();
  const state = SHOWN.find(([, slug]) => slug === search.get('etat'))?.[0] ?? 'OPEN';
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['oppositions', state],
    queryFn: ({ pageParam, signal }) => oppositionsPage(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  const edges = data?.pages.flatMap((page) => page.edges) ?? [];
  return (
    <Page
      title="Oppositions"
      breadcrumb={[{ label: 'Pilotage', to: '/pilotage' }]}
      lead="Des personnes demandent que leurs données ne servent plus à un usage. La loi donne un mois pour répondre."
    >
      <SegmentedControl
        small
        legend="Montrer les oppositions"
        hideLegend
        segments={
          SHOWN.map(([value, slug, label]) => ({
            label,
            nativeInputProps: {
              checked: value === state,
              onChange: () => {
                setSearch(value === 'OPEN' ? {} : { etat: slug }, { replace: true });
              },
            },
          })) as never
        }
      />
      <StatusMessage>{said}</StatusMessage>
      {!data ? <Loading /> : null}
      {data && edges.length === 0 ? (
        <Empty>
          {state === 'OPEN'
            ? 'Aucune opposition n’attend de réponse.'
            : `Aucune opposition\u00a0: ${STATES[state].toLowerCase()}.`}
        </Empty>
      ) : null}
      {edges.length > 0 ? (
        <>
          <ul className="preau-oppositions">
            {edges.map(({ node, cursor }) => (
              <li key={cursor}>
                <OppositionCard
                  opposition={node}
                  onAnswered={() => {
                    setSaid('La réponse est enregistrée et envoyée.');
                    void queries.invalidateQueries({ queryKey: ['oppositions'] });
                  }}
                />
              </li>
            ))}
          </ul>
          <Pagination
            shown={edges.length}
            total={data?.pages[0]?.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      ) : null}
    </Page>
  );
}
