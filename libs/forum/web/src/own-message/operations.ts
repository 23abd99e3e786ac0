import type { AttachedImage } from '@preau/forum-domain';
import { execute, graphql } from '@preau/graphql';

const editMutation = graphql(`
  mutation EditPost($input: EditPostInput!) {
    editPost(input: $input) {
      ...PostChangeOutcome
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeletePost($id: ID!) {
    deletePost(id: $id) {
      ...PostChangeOutcome
    }
  }
`);

export const postChangeOutcome = graphql(`
  fragment PostChangeOutcome on PostChangeResult {
    __typename
    ... on PostChanged {
      post {
        ...PostFields
      }
    }
    ... on PostChangeRefused {
      code
    }
  }
`);

export interface EditedPost {
  readonly id: string;
  /** The one that is being changed: nobody undoes another change. */
  readonly revision: number;
  readonly body: string;
  readonly images: AttachedImage[];
  /** Of a topic. */
  readonly title: string | null;
  readonly draftKey?: string;
}

export const editPost = async (input: EditedPost) => (await execute(editMutation, { input })).editPost;
export const deletePost = async (id: string) => (await execute(deleteMutation, { id })).deletePost;
