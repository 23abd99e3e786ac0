import { Empty, Failure, Loading, Pagination } from '@preau/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { RoundForm } from './round-form';
import { RoundLine } from './round-line';
import { listRounds } from './rounds-query';

const KEY = ['search-rounds'];

/** Whether the index holds what the site holds, and how to put it right. */
export function SearchRounds() {
  const queries = useQueryClient();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => listRounds(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: 5_000,
  });
  const changed = () => void queries.invalidateQueries({ queryKey: KEY });
  const rounds = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  return (
    <section aria-labelledby="index" className="fr-mt-6w">
      <h2 id="index">Index</h2>
      <p className="preau-measure">
        L’index suit de lui-même ce qui est publié, changé ou retiré. Un parcours le compare à tous les
        contenus d’une sorte et, si vous le voulez, le rectifie. Il se fait en arrière-plan, et peut être
        arrêté.
      </p>
      <RoundForm onBegun={changed} />
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <Loading />}
      {data && rounds.length === 0 ? <Empty>Aucun parcours n’a encore été demandé.</Empty> : null}
      {rounds.length > 0 ? (
        <>
          <ul className="fr-raw-list preau-synonyms">
            {rounds.map((round) => (
              <RoundLine key={round.id} round={round} onStopped={changed} />
            ))}
          </ul>
          <Pagination
            shown={rounds.length}
            total={data?.pages[0]?.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      ) : null}
    </section>
  );
}
