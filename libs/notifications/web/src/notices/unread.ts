import { execute, graphql, subscribe } from '@preau/graphql';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const unreadQuery = graphql(`
  query UnreadNotifications {
    unreadNotifications
  }
`);

const unreadSubscription = graphql(`
  subscription NotificationAdded {
    notificationAdded {
      unread
    }
  }
`);

export const UNREAD = ['unread-notifications'] as const;
export const NOTICES = ['notifications'] as const;

/** How many I have left to read, kept up to date; null until it is known. For whoever is signed in. */
export function useUnread(): number | null {
  const queries = useQueryClient();
  const { data, isSuccess } = useQuery({
    queryKey: UNREAD,
    queryFn: async ({ signal }) => (await execute(unreadQuery, {}, { signal })).unreadNotifications,
    staleTime: 5 * 60_000,
  });
  useEffect(() => {
    if (!isSuccess) return;
    return subscribe(unreadSubscription, {}, ({ notificationAdded: { unread } }) => {
      if (queries.getQueryData(UNREAD) === unread) return;
      queries.setQueryData(UNREAD, unread);
      void queries.invalidateQueries({ queryKey: NOTICES });
    });
  }, [isSuccess, queries]);
  return data ?? null;
}
