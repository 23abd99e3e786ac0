import { useInfiniteQuery } from '@tanstack/react-query';
import { readPost } from '../message/post-fields';
import { topicKey } from '../topic/topic-query';
import { branchAfter, type Root } from './thread-query';
import { firstOfBranch } from './use-thread';

/** What hangs under a reply to the topic: what came with it, and the rest as it is asked for. */
export function useBranch(topicId: string, rootId: string, root: Root | null) {
  const first = root ? firstOfBranch(root) : { posts: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const more = useInfiniteQuery({
    queryKey: [...topicKey(topicId), 'branch', rootId],
    queryFn: ({ pageParam, signal }) => branchAfter(rootId, pageParam, signal),
    initialPageParam: first.pageInfo.endCursor ?? null,
    getNextPageParam: (last) => {
      const info = last?.pageInfo;
      return info?.hasNextPage ? info.endCursor : null;
    },
    enabled: false,
    staleTime: Infinity,
  });
  const pages = more.data?.pages ?? [];
  const further = pages.flatMap((page) => (page ? page.edges.map(({ node }) => readPost(node)) : []));
  return {
    posts: [...first.posts, ...further],
    hasMore: more.data ? more.hasNextPage : first.pageInfo.hasNextPage,
    isLoading: more.isFetching,
    hasFailed: more.isError,
    loadMore: () => void (more.data ? more.fetchNextPage() : more.refetch()),
  };
}
