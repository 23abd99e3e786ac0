import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query';

/** What was new to somebody as they came to a topic. It stays the same while they read, and their place moves on. */
export interface Visit {
  /** When the last message they had read was written; null: they had never opened it. */
  readonly since: string | null;
  /** Messages of others since; a hundred stands for a hundred or more. */
  readonly unread: number;
  readonly firstNewId: string | null;
}

/** Gone to another page of the topic and come back, it is still the same visit. */
const GONE_AFTER_MS = 20_000;
const visitKey = (topicId: string) => ['debate-visit', topicId] as const;

/** Begins a visit with what the server says of one's place; one that goes on is left as it began. */
export function beginVisit(
  queries: QueryClient,
  topic: {
    readonly id: string;
    readonly lastReadAt?: string | null;
    readonly unreadCount?: number | null;
    readonly firstUnreadId?: string | null;
  },
): void {
  const { id, lastReadAt = null, unreadCount, firstUnreadId = null } = topic;
  queries.setQueryData<Visit>(
    visitKey(id),
    (before) => before ?? { since: lastReadAt, unread: unreadCount ?? 0, firstNewId: firstUnreadId },
  );
}

export function useVisit(topicId: string): Visit | null {
  const { data } = useQuery<Visit>({
    queryKey: visitKey(topicId),
    queryFn: skipToken,
    gcTime: GONE_AFTER_MS,
    staleTime: Infinity,
  });
  return data ?? null;
}
