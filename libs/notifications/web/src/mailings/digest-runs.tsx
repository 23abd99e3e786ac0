import { execute, graphql } from '@preau/graphql';
import {
  Empty,
  Failure,
  formatDateTime,
  formatDay,
  formatNumber,
  Loading,
  Pagination,
  plural,
} from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';

const digestRunsQuery = graphql(`
  query DigestRuns($first: Int, $after: ID) {
    digestRuns(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
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

/** « Résumé du 22 novembre 2026 », « Résumé de la semaine 47 de 2026 ». */
function nameOf(period: string): string {
  const [year = '', week] = period.split('-W');
  return week === undefined ? `Résumé du ${formatDay(period)}` : `Résumé de la semaine ${week} de ${year}`;
}

const mails = (count: number) => plural(count, 'courriel', 'courriels');

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
    <section aria-labelledby="envois-resumes" className="preau-mailings__part">
      <h2 id="envois-resumes">Résumés</h2>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && runs.length === 0 ? <Empty>Aucun résumé n’est encore parti.</Empty> : null}
      {runs.length > 0 ? (
        <>
          <ul className="preau-notices">
            {runs.map(({ id, period, total, done, mailed, startedAt, finishedAt }) => (
              <li key={id}>
                <p>
                  <strong>{nameOf(period)}</strong>
                  <br />
                  {finishedAt
                    ? `Terminé\u00a0: ${mails(mailed)} pour ${plural(total, 'personne', 'personnes')} ayant du nouveau.`
                    : `En cours\u00a0: ${formatNumber(done)} sur ${plural(total, 'personne', 'personnes')}, ${mails(mailed)}.`}
                  <time dateTime={startedAt}>Commencé le {formatDateTime(startedAt)}</time>
                </p>
                {finishedAt ? null : (
                  <progress
                    value={done}
                    max={Math.max(total, 1)}
                    aria-label={`Avancement\u00a0: ${nameOf(period)}`}
                  />
                )}
              </li>
            ))}
          </ul>
          <Pagination
            shown={runs.length}
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
