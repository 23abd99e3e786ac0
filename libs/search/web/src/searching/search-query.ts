import { execute, graphql } from '@preau/graphql';
import type { SearchAddress } from './search-address';

const searchQuery = graphql(`
  query Search(
    $query: String!
    $consultation: String
    $theme: String
    $kind: [SearchKind!]
    $academie: String
    $from: String
    $to: String
    $order: SearchOrder
    $first: Int
    $after: ID
  ) {
    search(
      query: $query
      consultation: $consultation
      theme: $theme
      kind: $kind
      academie: $academie
      from: $from
      to: $to
      order: $order
      first: $first
      after: $after
    ) {
      __typename
      ... on SearchRefused {
        code
      }
      ... on SearchResults {
        total
        isCapped
        edges {
          node {
            kind
            id
            ...FoundObject
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        facets {
          ...SearchFacets
        }
        correction {
          query
          isApplied
        }
      }
    }
  }
`);

const PAGE_SIZE = 20;

export async function findResults(
  { query, consultation, theme, kinds, academie, year, isRecent }: SearchAddress,
  after: string | null,
  signal: AbortSignal,
) {
  const variables = {
    query,
    consultation,
    theme,
    kind: kinds.length > 0 ? [...kinds] : null,
    academie,
    from: year === null ? null : `${year}-01-01`,
    to: year === null ? null : `${year}-12-31`,
    order: isRecent ? ('RECENT' as const) : ('RELEVANCE' as const),
    first: PAGE_SIZE,
    after,
  };
  return (await execute(searchQuery, variables, { method: 'GET', signal })).search;
}
