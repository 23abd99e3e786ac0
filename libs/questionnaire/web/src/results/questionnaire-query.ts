import { execute, graphql } from '@preau/graphql';
import { type Definition } from '@preau/questionnaire-domain';
import { queryOptions } from '@tanstack/react-query';

const resultsQuestionnaireQuery = graphql(`
  query ResultsQuestionnaire($id: ID, $consultation: String, $slug: String) {
    questionnaire(id: $id, consultation: $consultation, slug: $slug) {
      id
      slug
      title
      definition
      consultation {
        slug
        title
        themes {
          id
          slug
          shortTitle
          accent
          pictogram
        }
      }
    }
  }
`);

type Which = { readonly id: string } | { readonly consultation: string; readonly slug: string };

async function fetchQuestionnaire(which: Which, method: 'GET' | 'POST', signal: AbortSignal) {
  const { questionnaire } = await execute(resultsQuestionnaireQuery, which, { method, signal });
  // The API serves only definitions it has parsed.
  return questionnaire && { ...questionnaire, definition: questionnaire.definition as Definition };
}

export type ResultsQuestionnaire = NonNullable<Awaited<ReturnType<typeof fetchQuestionnaire>>>;

/** The form results are read with, its themes included. Staff may also see the form of a draft: never from a public cache. */
export function resultsQuestionnaireOptions(which: Which) {
  return queryOptions({
    queryKey: ['results-questionnaire', which],
    queryFn: ({ signal }) => fetchQuestionnaire(which, 'id' in which ? 'POST' : 'GET', signal),
  });
}
