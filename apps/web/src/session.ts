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

/** Whose session this is; null for a visitor, and until the server has answered. */
export function useSession() {
  const { data } = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => execute(sessionQuery, {}, { signal }),
    staleTime: 5 * 60_000,
  });
  return data?.me ?? null;
}
