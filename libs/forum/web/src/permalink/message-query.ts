import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';
import { topicKey } from '../topic/topic-query';

const messageQuery = graphql(`
  query DebateMessage($id: ID!) {
    post(id: $id) {
      ...PostFields
      isMuted
      ancestors {
        ...PostFields
        isMuted
      }
      replies(first: 10) {
        edges {
          node {
            ...PostFields
            isMuted
          }
        }
      }
    }
  }
`);

/** A message, all that it hangs under, and the first answers to it. Null: there is none, or one that may not be seen. */
export const useMessage = (topicId: string, id: string) =>
  useQuery({
    queryKey: [...topicKey(topicId), 'message', id],
    queryFn: async ({ signal }) => (await execute(messageQuery, { id }, { method: 'GET', signal })).post,
    refetchOnWindowFocus: false,
  });
