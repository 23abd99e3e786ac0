import { execute, graphql, readFragment } from '@preau/graphql';
import { queryOptions } from '@tanstack/react-query';
import { type ResultsAddress } from './address';

const questionFigures = graphql(`
  fragment QuestionFigures on QuestionResult {
    code
    kind
    label
    shown
    answered
    mean
    suppressed
    options {
      code
      label
      count
      share
      mean
      ranks
    }
    rows {
      code
      label
      options {
        code
        label
        count
        share
      }
    }
  }
`);

const resultsQuery = graphql(`
  query Results(
    $questionnaireId: ID!
    $section: String
    $by: String
    $where: [ResultFilter!]
    $exact: Boolean
  ) {
    results(questionnaireId: $questionnaireId, section: $section, by: $by, where: $where, exact: $exact) {
      asOf
      exact
      refused
      suppressed
      total
      questions {
        ...QuestionFigures
      }
      groups {
        code
        label
        total
        questions {
          ...QuestionFigures
        }
      }
    }
  }
`);

/** Staff see figures move: fast enough to watch, slow enough for a server with many watchers. */
const LIVE_EVERY_MS = 5_000;

interface Wanted extends Pick<ResultsAddress, 'by' | 'where'> {
  readonly questionnaireId: string;
  readonly section: string;
  readonly exact: boolean;
}

async function fetchResults({ by, where, exact, ...rest }: Wanted, signal: AbortSignal) {
  const variables = { ...rest, exact, by, where: [...where] };
  const { results } = await execute(resultsQuery, variables, { method: exact ? 'POST' : 'GET', signal });
  return {
    ...results,
    questions: readFragment(questionFigures, results.questions),
    groups: results.groups.map((group) => ({
      ...group,
      questions: readFragment(questionFigures, group.questions),
    })),
  };
}

export type Results = Awaited<ReturnType<typeof fetchResults>>;

/** One section's figures. While a comparison changes, the section's earlier figures stay on the screen. */
export function resultsOptions(wanted: Wanted) {
  const { questionnaireId, exact, section, by, where } = wanted;
  return queryOptions({
    queryKey: ['results', questionnaireId, exact, section, by, where],
    queryFn: ({ signal }) => fetchResults(wanted, signal),
    placeholderData: (previous: Results | undefined, query) =>
      query?.queryKey[3] === section ? previous : undefined,
    refetchInterval: exact ? LIVE_EVERY_MS : false,
  });
}
