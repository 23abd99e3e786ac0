import type { Stance } from '@preau/forum-domain';
import { execute, graphql } from '@preau/graphql';
import type { DraftImage } from '../images/draft-images';

const findQuery = graphql(`
  query KeptForumDraft($key: String!) {
    forumDraft(key: $key) {
      ...KeptDraft
    }
  }
`);

const saveMutation = graphql(`
  mutation SaveForumDraft($input: SaveForumDraftInput!) {
    saveForumDraft(input: $input) {
      __typename
      ... on ForumDraftSaved {
        revision
      }
      ... on ForumDraftRefused {
        code
        kept {
          ...KeptDraft
        }
      }
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteForumDraft($key: String!) {
    deleteForumDraft(key: $key)
  }
`);

export const keptDraft = graphql(`
  fragment KeptDraft on ForumDraft {
    title
    body
    stance
    images {
      id
      alt
      width
      height
    }
    revision
  }
`);

/** What somebody is writing, as their account keeps it. */
export interface Words {
  readonly title: string | null;
  readonly body: string;
  readonly stance: Stance | null;
  readonly images: readonly DraftImage[];
}

export const findDraft = async (key: string) => (await execute(findQuery, { key })).forumDraft ?? null;
export async function saveDraft(key: string, { images, ...words }: Words, revision: number | null) {
  const attached = images.length > 0 ? { images: images.map(({ id, alt }) => ({ id, alt })) } : {};
  return (await execute(saveMutation, { input: { key, ...words, ...attached, revision } })).saveForumDraft;
}
export const deleteDraft = async (key: string) => (await execute(deleteMutation, { key })).deleteForumDraft;
