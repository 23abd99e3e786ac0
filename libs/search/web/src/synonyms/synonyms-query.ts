import { execute, graphql } from '@preau/graphql';
import { SYNONYM_REFUSALS } from '../messages';

const synonymsQuery = graphql(`
  query Synonyms($first: Int, $after: ID) {
    synonyms(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          terms
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const saveMutation = graphql(`
  mutation SaveSynonyms($input: SaveSynonymsInput!) {
    saveSynonyms(input: $input) {
      __typename
      ... on SynonymsRefused {
        code
        term
      }
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteSynonyms($id: ID!) {
    deleteSynonyms(id: $id) {
      __typename
    }
  }
`);

const PAGE_SIZE = 20;

export const listSynonyms = async (after: string | null, signal: AbortSignal) =>
  (await execute(synonymsQuery, { first: PAGE_SIZE, after }, { signal })).synonyms;

/** What was wrong, in words; null when it is done. */
export async function saveSynonyms(id: string, terms: readonly string[]): Promise<string | null> {
  const { saveSynonyms: result } = await execute(saveMutation, { input: { id, terms: [...terms] } });
  return result.__typename === 'SynonymsRefused' ? SYNONYM_REFUSALS[result.code](result.term ?? '') : null;
}

/** A group that is no longer there is as deleted. */
export async function deleteSynonyms(id: string): Promise<void> {
  await execute(deleteMutation, { id });
}
