import { execute, graphql } from '@preau/graphql';
import type { Order } from './order';

const topicsQuery = graphql(`
  query Debates($slug: String!, $theme: String, $order: ForumOrder!, $first: Int!, $after: ID) {
    topics(consultation: $slug, theme: $theme, order: $order, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...TopicCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const pinnedQuery = graphql(`
  query PinnedDebates($slug: String!, $theme: String) {
    topics(consultation: $slug, theme: $theme, pinned: true, first: 10) {
      edges {
        node {
          id
          ...TopicCard
        }
      }
    }
  }
`);

export interface TopicsAsked {
  readonly slug: string;
  readonly theme: string | null;
  readonly order: Order;
  readonly first?: number;
}

export const topicsPage = async (
  { slug, theme, order, first = 20 }: TopicsAsked,
  after: string | null,
  signal: AbortSignal,
) => (await execute(topicsQuery, { slug, theme, order, first, after }, { method: 'GET', signal })).topics;

export const pinnedTopics = async (slug: string, theme: string | null, signal: AbortSignal) =>
  (await execute(pinnedQuery, { slug, theme }, { method: 'GET', signal })).topics.edges.map(
    ({ node }) => node,
  );
