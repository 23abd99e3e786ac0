import { execute, graphql } from '@preau/graphql';
import { ROUND_REFUSALS, type KindName } from '../messages';

const roundsQuery = graphql(`
  query SearchRounds($first: Int, $after: ID) {
    searchRounds(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...SearchRoundLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const beginMutation = graphql(`
  mutation BeginSearchRound($kind: SearchKind!, $isCheck: Boolean!) {
    beginSearchRound(kind: $kind, isCheck: $isCheck) {
      __typename
      ... on SearchRoundRefused {
        code
      }
    }
  }
`);

const stopMutation = graphql(`
  mutation StopSearchRound($id: ID!) {
    stopSearchRound(id: $id) {
      __typename
      ... on SearchRoundRefused {
        code
      }
    }
  }
`);

const PAGE_SIZE = 10;

export const listRounds = async (after: string | null, signal: AbortSignal) =>
  (await execute(roundsQuery, { first: PAGE_SIZE, after }, { signal })).searchRounds;

/** What was wrong, in words; null when it has begun. */
export async function beginRound(kind: KindName, isCheck: boolean): Promise<string | null> {
  const { beginSearchRound: result } = await execute(beginMutation, { kind, isCheck });
  return result.__typename === 'SearchRoundRefused' ? ROUND_REFUSALS[result.code] : null;
}

export async function stopRound(id: string): Promise<string | null> {
  const { stopSearchRound: result } = await execute(stopMutation, { id });
  return result.__typename === 'SearchRoundRefused' ? ROUND_REFUSALS[result.code] : null;
}
