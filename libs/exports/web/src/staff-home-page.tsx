import './staff.css';
import { execute, graphql } from '@preau/graphql';
import { Empty, GuardedFailure, Loading, Page, Pagination } from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { QuestionnaireCard } from './questionnaire-card';

const staffQuestionnairesQuery = graphql(`
  query StaffQuestionnaires($first: Int, $after: String) {
    staffQuestionnaires(first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...StaffCard
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const PAGE_SIZE = 10;

/** /pilotage: every questionnaire, drafts of forms included. */
export function Component() {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['staff-questionnaires'],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(staffQuestionnairesQuery, { first: PAGE_SIZE, after: pageParam }, { signal }))
        .staffQuestionnaires,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const edges = data.pages.flatMap((page) => page.edges);
  return (
    <Page
      title="Pilotage"
      breadcrumb={[]}
      lead="Suivre la participation, lire les résultats, télécharger les réponses."
    >
      {edges.length === 0 ? (
        <Empty>Aucun questionnaire pour le moment.</Empty>
      ) : (
        <>
          <ul className="preau-staff__list">
            {edges.map(({ node }) => (
              <QuestionnaireCard key={node.id} card={node} />
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
