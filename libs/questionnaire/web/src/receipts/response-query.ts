import { execute, graphql } from '@preau/graphql';
import { queryOptions } from '@tanstack/react-query';
import { toForm, type Form } from '../answering/form';
import { tabStorage } from '../drafts/device-storage';
import type { RawAnswers } from '../drafts/draft-record';

const OpenResponse = graphql(`
  query OpenResponse($code: String!) {
    response(code: $code) {
      id
      answers
      digest
      submittedOn
      version
      definition
      viewerCan {
        amend
      }
      questionnaire {
        ...AnswerFormParts
      }
    }
  }
`);

/** A response as the holder of its receipt reads it again. */
export interface OpenedResponse {
  readonly id: string;
  readonly form: Form;
  readonly answers: RawAnswers;
  readonly digest: string;
  readonly submittedOn: string;
  readonly canAmend: boolean;
}

/** The code goes in the body of the request: it never stands in an address. */
export const responseQuery = (code: string) =>
  queryOptions({
    queryKey: ['response', code],
    queryFn: async ({ signal }): Promise<OpenedResponse | null> => {
      const { response } = await execute(OpenResponse, { code }, { signal });
      if (!response) return null;
      const { id, digest, submittedOn, version, definition, questionnaire, viewerCan } = response;
      const form = toForm(questionnaire, definition, version);
      const answers = response.answers as RawAnswers;
      return { id, form, answers, digest, submittedOn, canAmend: viewerCan.amend };
    },
    staleTime: Infinity,
  });

const KEY = 'preau:opened-code';

/** The code in use, for this tab and its reloads only. */
export const openedCode = {
  get: () => {
    const code = tabStorage.read(KEY);
    return typeof code === 'string' ? code : '';
  },
  keep: (code: string) => void tabStorage.write(KEY, code),
  forget: () => tabStorage.remove(KEY),
};
