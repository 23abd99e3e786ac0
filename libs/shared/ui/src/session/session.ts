import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';

const sessionQuery = graphql(`
  query Session {
    me {
      id
      displayName
      roles
    }
  }
`);

const useSessionQuery = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => execute(sessionQuery, {}, { signal }),
    staleTime: 5 * 60_000,
  });

/** Whose session this is; null for a visitor, and until the server has answered. */
export const useSession = () => useSessionQuery().data?.me ?? null;

export type SessionState = 'UNKNOWN' | 'UNREACHABLE' | 'VISITOR' | 'SIGNED_IN';

/** Whether somebody is signed in, where "nobody" and "not known yet" are not the same. */
export function useSessionState(): SessionState {
  const { data, isPending } = useSessionQuery();
  if (data) return data.me ? 'SIGNED_IN' : 'VISITOR';
  return isPending ? 'UNKNOWN' : 'UNREACHABLE';
}
