import { Empty, Failure, Loading, Pagination } from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AuditLine } from './audit-line';
import { findEntries, type AuditFilters } from './audit-query';

interface AuditListProps {
  readonly filters: AuditFilters;
  readonly titleAs: 'h2' | 'h3';
  /** Said when there is no entry. */
  readonly empty: string;
}

/** Entries of the log, the latest first. */
export function AuditList({ filters, titleAs, empty }: AuditListProps) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit-entries', filters],
    queryFn: ({ pageParam, signal }) => findEntries(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const edges = data.pages.flatMap((page) => page.edges);
  if (edges.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <ul className="preau-admin__list">
        {edges.map(({ node }) => (
          <AuditLine key={node.id} entry={node} titleAs={titleAs} />
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
  );
}
