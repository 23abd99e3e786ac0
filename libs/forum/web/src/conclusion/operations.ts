import { execute, graphql } from '@preau/graphql';

const draftQuery = graphql(`
  query ConclusionDraft($id: ID!) {
    topic(id: $id) {
      id
      conclusion
      concludedBy {
        id
      }
      conclusionDraft {
        body
        revision
        savedAt
        service {
          id
        }
      }
    }
  }
`);

const saveMutation = graphql(`
  mutation SaveConclusionDraft($input: SaveConclusionDraftInput!) {
    saveConclusionDraft(input: $input) {
      __typename
      ... on ConclusionDraftSaved {
        draft {
          revision
        }
      }
      ... on ManagingRefused {
        code
      }
    }
  }
`);

const concludeMutation = graphql(`
  mutation ConcludeTopic($input: ConcludeTopicInput!) {
    concludeTopic(input: $input) {
      ...ManageOutcome
    }
  }
`);

/** What a synthesis is written from: the draft that staff share, else the one that is published. */
export interface Writing {
  readonly body: string;
  readonly service: string;
  /** Of the draft; 0 when there is none. */
  readonly revision: number;
  readonly savedAt: string | null;
}

export async function conclusionWriting(id: string, signal: AbortSignal): Promise<Writing> {
  const { topic } = await execute(draftQuery, { id }, { signal });
  const draft = topic?.conclusionDraft;
  if (!draft)
    return {
      body: topic?.conclusion ?? '',
      service: topic?.concludedBy?.id ?? '',
      revision: 0,
      savedAt: null,
    };
  const { body, revision, savedAt, service } = draft;
  return { body, revision, savedAt, service: service?.id ?? '' };
}

interface SavedDraft {
  readonly topicId: string;
  readonly serviceId: string | null;
  readonly body: string;
  readonly revision: number;
}

interface Concluded {
  readonly topicId: string;
  readonly serviceId: string;
  /** Null takes it back. */
  readonly conclusion: string | null;
  readonly draftRevision: number | null;
}

export const saveConclusionDraft = async (input: SavedDraft) =>
  (await execute(saveMutation, { input })).saveConclusionDraft;
export const concludeTopic = async (input: Concluded) =>
  (await execute(concludeMutation, { input })).concludeTopic;
