import { execute, graphql } from '@preau/graphql';

const propositionsQuery = graphql(`
  query TopicPropositions($id: ID!, $after: ID) {
    topic(id: $id) {
      id
      propositions(first: 5, order: SUPPORTS, after: $after) {
        edges {
          node {
            ...PostFields
            isMuted
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

/** The propositions of a topic, the most supported first. */
export const propositionsPage = async (id: string, after: string | null, signal: AbortSignal) =>
  (await execute(propositionsQuery, { id, after }, { method: 'GET', signal })).topic?.propositions ?? null;
