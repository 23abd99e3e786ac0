import { useInfiniteQuery } from '@tanstack/react-query';
import { readPost } from '../message/post-fields';
import { topicKey } from '../topic/topic-query';
import type { Order } from '../topics/order';
import { threadPage, type Root, type ThreadPage, type ThreadPlace } from './thread-query';

/**
 * The replies to a topic, page by page in both directions from where one begins: the beginning, or the reply `from`.
 * Null data: there is no such topic any more.
 */
export function useThread(topicId: string, order: Order, from: string | null) {
  const query = useInfiniteQuery({
    queryKey: [...topicKey(topicId), 'thread', order, from],
    queryFn: ({ pageParam, signal }) => threadPage(topicId, order, pageParam, signal),
    initialPageParam: (from ? { from } : { after: null }) as ThreadPlace,
    getNextPageParam: (last): ThreadPlace | null =>
      last?.posts.pageInfo.hasNextPage ? { after: last.posts.pageInfo.endCursor ?? null } : null,
    getPreviousPageParam: (first): ThreadPlace | null => {
      const before = from && first && !beginsTopic(first) ? first.posts.edges[0]?.cursor : undefined;
      return before ? { before } : null;
    },
    // What one is reading does not move by itself.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const roots = query.data?.pages.flatMap((page) => page?.posts.edges.map(({ node }) => node) ?? []) ?? [];
  return { ...query, roots: distinct(roots) };
}

const idOf = (root: Root) => readPost(root).id;

function beginsTopic({ posts, beginning }: ThreadPage): boolean {
  const [shown] = posts.edges;
  const [first] = beginning.edges;
  return !shown || idOf(shown.node) === first?.node.id;
}

/** A reply that gained supports between two pages may come on both. */
const distinct = (roots: readonly Root[]) => [...new Map(roots.map((root) => [idOf(root), root])).values()];

/** What came with a reply to the topic of what hangs under it. */
export function firstOfBranch(root: Root) {
  const { edges, pageInfo } = root.branch;
  return { posts: edges.map(({ node }) => readPost(node)), pageInfo };
}
