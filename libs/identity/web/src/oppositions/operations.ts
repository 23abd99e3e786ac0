import { execute, graphql } from '@preau/graphql';

const oppositionsOfMineQuery = graphql(`
  query OppositionsOfMine {
    processings {
      code
      title
      opposition {
        possible
      }
    }
    myOppositions {
      id
      reason
      state
      createdAt
      answeredAt
      answer
      processing {
        code
        title
      }
    }
  }
`);

const opposeMutation = graphql(`
  mutation Oppose($input: OpposeInput!) {
    oppose(input: $input) {
      __typename
      ... on OppositionFiled {
        opposition {
          id
        }
      }
      ... on OpposeRefused {
        code
      }
    }
  }
`);

const oppositionsQuery = graphql(`
  query Oppositions($state: OppositionState!, $first: Int!, $after: ID) {
    oppositions(state: $state, first: $first, after: $after) {
      totalCount
      edges {
        node {
          ...OppositionCard
        }
        cursor
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const answerOppositionMutation = graphql(`
  mutation AnswerOpposition($input: AnswerOppositionInput!) {
    answerOpposition(input: $input) {
      __typename
      ... on OppositionAnswered {
        opposition {
          id
          state
        }
      }
      ... on AnswerOppositionRefused {
        code
      }
    }
  }
`);

export const oppositionsOfMine = (signal: AbortSignal) => execute(oppositionsOfMineQuery, {}, { signal });

export const oppose = async (input: { processing: string; reason: string }) =>
  (await execute(opposeMutation, { input })).oppose;

export type ShownState = 'OPEN' | 'ACCEPTED' | 'REFUSED';
const PAGE_SIZE = 10;

export const oppositionsPage = async (state: ShownState, after: string | null, signal: AbortSignal) =>
  (await execute(oppositionsQuery, { state, first: PAGE_SIZE, after }, { signal })).oppositions;

export const answerOpposition = async (input: {
  id: string;
  decision: 'ACCEPTED' | 'REFUSED';
  answer: string;
}) => (await execute(answerOppositionMutation, { input })).answerOpposition;
