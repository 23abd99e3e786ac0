import { execute, graphql } from '@preau/graphql';
import { useSessionState } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';

const mutedIdsQuery = graphql(`
  query MutedIds($first: Int!) {
    mutedPeople(first: $first) {
      edges {
        node {
          person {
            id
          }
        }
      }
    }
  }
`);

/** Those somebody muted last: messages that arrive live do not say it themselves, it would be a question per reader. */
const LATEST = 100;
const NOBODY: ReadonlySet<string> = new Set();

export function useMutedIds(isWanted: boolean): ReadonlySet<string> {
  const isSignedIn = useSessionState() === 'SIGNED_IN';
  const { data } = useQuery({
    queryKey: ['muted-people', 'ids'],
    queryFn: async ({ signal }) => (await execute(mutedIdsQuery, { first: LATEST }, { signal })).mutedPeople,
    enabled: isWanted && isSignedIn,
  });
  return data ? new Set(data.edges.map(({ node }) => node.person.id)) : NOBODY;
}
