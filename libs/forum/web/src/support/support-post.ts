import { execute, graphql } from '@preau/graphql';

const giveMutation = graphql(`
  mutation GiveSupport($postId: ID!) {
    giveSupport(postId: $postId) {
      ...SupportOutcome
    }
  }
`);

const withdrawMutation = graphql(`
  mutation WithdrawSupport($postId: ID!) {
    withdrawSupport(postId: $postId) {
      ...SupportOutcome
    }
  }
`);

export const supportOutcome = graphql(`
  fragment SupportOutcome on SupportResult {
    __typename
    ... on SupportCounted {
      post {
        ...PostFields
      }
    }
    ... on SupportRefused {
      code
    }
  }
`);

/** Gives one's support, or takes it back. Sent twice, it counts once. */
export const supportPost = async (postId: string, isGiven: boolean) =>
  isGiven
    ? (await execute(giveMutation, { postId })).giveSupport
    : (await execute(withdrawMutation, { postId })).withdrawSupport;
