import { execute, graphql } from '@preau/graphql';

/** What was done, or why not: the topic itself is read again. */
export const managed = graphql(`
  fragment ManageOutcome on ManageTopicResult {
    __typename
    ... on TopicManaged {
      topic {
        id
      }
    }
    ... on ManagingRefused {
      code
      postId
    }
  }
`);

const pinMutation = graphql(`
  mutation PinTopic($topicId: ID!, $pinned: Boolean!) {
    pinTopic(topicId: $topicId, pinned: $pinned) {
      ...ManageOutcome
    }
  }
`);

const lockMutation = graphql(`
  mutation LockTopic($topicId: ID!, $locked: Boolean!, $reason: String) {
    lockTopic(topicId: $topicId, locked: $locked, reason: $reason) {
      ...ManageOutcome
    }
  }
`);

const slowMutation = graphql(`
  mutation SlowTopic($topicId: ID!, $seconds: Int!) {
    slowTopic(topicId: $topicId, seconds: $seconds) {
      ...ManageOutcome
    }
  }
`);

const solveMutation = graphql(`
  mutation MarkSolved($topicId: ID!, $postId: ID) {
    markSolved(topicId: $topicId, postId: $postId) {
      ...ManageOutcome
    }
  }
`);

export const pinTopic = async (topicId: string, pinned: boolean) =>
  (await execute(pinMutation, { topicId, pinned })).pinTopic;
export const lockTopic = async (topicId: string, reason: string) =>
  (await execute(lockMutation, { topicId, locked: true, reason })).lockTopic;
export const unlockTopic = async (topicId: string) =>
  (await execute(lockMutation, { topicId, locked: false, reason: null })).lockTopic;
export const slowTopic = async (topicId: string, seconds: number) =>
  (await execute(slowMutation, { topicId, seconds })).slowTopic;
export const markSolved = async (topicId: string, postId: string | null) =>
  (await execute(solveMutation, { topicId, postId })).markSolved;
