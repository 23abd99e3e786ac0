import type { AttachedImage } from '@preau/forum-domain';
import { execute, graphql } from '@preau/graphql';

const createTopicMutation = graphql(`
  mutation CreateTopic($input: CreateTopicInput!) {
    createTopic(input: $input) {
      __typename
      ... on TopicCreated {
        topic {
          id
        }
      }
      ... on PostingRefused {
        code
        retryAt
      }
    }
  }
`);

export interface NewTopic {
  readonly id: string;
  readonly themeId: string;
  readonly title: string;
  readonly body: string;
  readonly images: AttachedImage[];
  readonly draftKey?: string;
}

export const createTopic = async (input: NewTopic) =>
  (await execute(createTopicMutation, { input })).createTopic;
