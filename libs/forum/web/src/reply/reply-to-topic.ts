import { execute, graphql } from '@preau/graphql';
import type { AttachedImage, Stance } from '@preau/forum-domain';

const replyMutation = graphql(`
  mutation ReplyToTopic($input: ReplyToTopicInput!) {
    replyToTopic(input: $input) {
      __typename
      ... on ReplyPosted {
        post {
          ...PostFields
          topic {
            id
            isFollowed
          }
        }
      }
      ... on PostingRefused {
        code
        retryAt
      }
    }
  }
`);

export interface NewReply {
  readonly id: string;
  readonly topicId: string;
  /** Null answers the topic itself. */
  readonly parentId: string | null;
  readonly body: string;
  readonly images: AttachedImage[];
  readonly stance: Stance | null;
  /** The service in whose name it is written; null: one’s own. */
  readonly serviceId: string | null;
  readonly isProposition: boolean;
  readonly draftKey?: string;
}

export const replyToTopic = async (input: NewReply) => (await execute(replyMutation, { input })).replyToTopic;
