import { execute, graphql, readFragment } from '@preau/graphql';
import type { FollowRefusalCode } from '@preau/forum-domain';

const followMutation = graphql(`
  mutation FollowTopic($topicId: ID!) {
    followTopic(topicId: $topicId) {
      ...TopicFollowOutcome
    }
  }
`);

const unfollowMutation = graphql(`
  mutation UnfollowTopic($topicId: ID!) {
    unfollowTopic(topicId: $topicId) {
      ...TopicFollowOutcome
    }
  }
`);

const outcome = graphql(`
  fragment TopicFollowOutcome on FollowTopicResult {
    __typename
    ... on FollowRefused {
      code
    }
  }
`);

/** Follows a topic or no longer; gives why it was refused, if it was. Chosen twice, it is chosen once. */
export async function chooseTopic(topicId: string, follow: boolean): Promise<FollowRefusalCode | null> {
  const fragment = follow
    ? (await execute(followMutation, { topicId })).followTopic
    : (await execute(unfollowMutation, { topicId })).unfollowTopic;
  const result = readFragment(outcome, fragment);
  return result.__typename === 'FollowRefused' ? result.code : null;
}
