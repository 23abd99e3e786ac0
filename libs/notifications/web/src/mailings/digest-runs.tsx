import { execute, graphql } from '@preau/graphql';
import { Empty, Failure, formatDateTime, formatNumber, Loading, Pagination } from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';

const digestRunsQuery = graphql(`
  query DigestRuns($first: Int, $after: ID) {
    digestRuns(first: $first, after: $after) {
      edges {
        node {
          id
          frequency
          period
          total
          done
          mailed
          startedAt
          finishedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const NAMES = { DAILY: 'Résumé du jour', WEEKLY: 'Résumé de la semaine' } as const;

/** How far each digest is, and how many it reached of how many. */
export function DigestRuns() {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['digest-runs'],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(digestRunsQuery, { first: 10, after: pageParam }, { signal })).digestRuns,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: 10_000,
  });
  const runs = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  return (
    <section aria-labelledby="envois-resumes">
      <h2 id="envois-resumes">Résumés</h2>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && runs.length === 0 ? <Empty>Aucun résumé n’est encore parti.</Empty> : null}
      {runs.length > 0 ? (
        <>
          <ul className="preau-notices">
            {runs.map(({ id, frequency, period, total, done, mailed, startedAt, finishedAt }) => (
              <li key={id}>
                <p>
                  <strong>
                    {NAMES[frequency]} ({period})
                  </strong>
                  <br />
                  {finishedAt
                    ? `Terminé\u00a0: ${formatNumber(mailed)} courriels pour ${formatNumber(total)} personnes ayant du nouveau.`
                    : `En cours\u00a0: ${formatNumber(done)} personnes sur ${formatNumber(total)}, ${formatNumber(mailed)} courriels.`}
                  <time dateTime={startedAt}>Commencé le {formatDateTime(startedAt)}</time>
                </p>
                {finishedAt ? null : (
                  <progress value={done} max={Math.max(total, 1)} aria-label={`Avancement, ${period}`} />
                )}
              </li>
            ))}
          </ul>
          <Pagination
            shown={runs.length}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      ) : null}
    </section>
  );
}
