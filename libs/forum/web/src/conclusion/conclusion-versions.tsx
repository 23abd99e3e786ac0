import { Failure, formatDateTime, Loading, Pagination } from '@preau/ui';
import { execute, graphql } from '@preau/graphql';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { CitingText } from './citing-text';

const versionsQuery = graphql(`
  query ConclusionVersions($id: ID!, $first: Int!, $after: ID) {
    topic(id: $id) {
      id
      conclusionVersions(first: $first, after: $after) {
        totalCount
        edges {
          node {
            id
            body
            publishedAt
            service {
              name
            }
            citations {
              postId
              ...CitationFields
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What a synthesis said, from when, by whom; the latest first. */
export function ConclusionVersions({ count }: { readonly count: number }) {
  const { topicId } = useTopicContext();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...topicKey(topicId), 'conclusion-versions', count],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(versionsQuery, { id: topicId, first: 10, after: pageParam }, { method: 'GET', signal }))
        .topic?.conclusionVersions ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading label="Chargement des versions…" />;
  const versions = data.pages.flatMap((page) => page?.edges.map(({ node }) => node) ?? []);
  return (
    <>
      <ul className="preau-history__versions">
        {versions.map(({ id, body, publishedAt, service, citations }) => (
          <li key={id}>
            <p className="preau-message__facts">
              <span>
                {body ? 'Publiée' : 'Retirée'} le{' '}
                <time dateTime={publishedAt}>{formatDateTime(publishedAt)}</time>
              </span>
              {service ? <span>{service.name}</span> : null}
            </p>
            {body ? <CitingText text={body} citations={citations} notes={`version-${id}`} /> : null}
          </li>
        ))}
      </ul>
      <Pagination
        shown={versions.length}
        total={data.pages[0]?.totalCount ?? null}
        hasMore={hasNextPage}
        loading={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  );
}
