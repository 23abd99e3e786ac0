import { execute, graphql } from '@preau/graphql';
import type { RawAnswers } from './draft-record';

const SaveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      __typename
      ... on DraftSaved {
        token
        revision
        savedAt
      }
      ... on DraftRefused {
        code
        keptRevision: revision
        limit
      }
    }
  }
`);

const ReadDraft = graphql(`
  query ReadDraft($token: String!) {
    draft(token: $token) {
      questionnaireId
      revision
      savedAt
      answers
    }
  }
`);

const SubmitResponse = graphql(`
  mutation SubmitResponse($input: SubmitResponseInput!) {
    submitResponse(input: $input) {
      __typename
      ... on ResponseReceipt {
        code
        digest
        submittedOn
      }
      ... on ResponseRefused {
        refusal: code
        problems {
          question
          path
          message
        }
      }
    }
  }
`);

const AmendResponse = graphql(`
  mutation AmendResponse($input: AmendResponseInput!) {
    amendResponse(input: $input) {
      __typename
      ... on ResponseReceipt {
        code
        digest
        submittedOn
      }
      ... on ResponseRefused {
        refusal: code
        problems {
          question
          path
          message
        }
      }
    }
  }
`);

interface SaveInput {
  readonly questionnaireId: string;
  readonly version: number;
  readonly token: string | null;
  readonly revision: number | null;
  readonly answers: RawAnswers;
}

interface SubmitInput {
  readonly id: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly answers: RawAnswers;
  readonly draftToken: string | null;
  readonly deviceToken: string | null;
}

const FindMyAnswer = graphql(`
  query FindMyAnswer($questionnaireId: ID!) {
    myAnswer(questionnaireId: $questionnaireId) {
      responseId
      token
      draft {
        revision
        savedAt
        answers
      }
      receipt {
        code
        digest
        submittedOn
      }
      isUnlinked
    }
  }
`);

/** What answering asks of the server. Each throws `GraphQLFailure` when there is no answer; refusals are answers. */
export const server = {
  saveDraft: async (input: SaveInput) => (await execute(SaveDraft, { input })).saveDraft,
  readDraft: async (token: string) => (await execute(ReadDraft, { token })).draft,
  submit: async (input: SubmitInput) => (await execute(SubmitResponse, { input })).submitResponse,
  myAnswer: async (questionnaireId: string) => (await execute(FindMyAnswer, { questionnaireId })).myAnswer,
  amend: async (code: string, answers: RawAnswers) =>
    (await execute(AmendResponse, { input: { code, answers } })).amendResponse,
};
export type AnsweringServer = typeof server;
export type SaveOutcome = Awaited<ReturnType<AnsweringServer['saveDraft']>>;
export type SendOutcome = Awaited<ReturnType<AnsweringServer['submit']>>;
