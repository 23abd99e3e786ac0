import { GraphQLFailure } from '@preau/graphql';
import { GuardedFailure, Loading } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { resultsQuestionnaireOptions } from './questionnaire-query';
import { ResultsView } from './results-view';

/** /pilotage/questionnaires/:id/resultats: the same view with exact, live figures. The API alone decides who may see them. */
export function Component() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(resultsQuestionnaireOptions({ id }));
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data === null) throw new GraphQLFailure('NOT_FOUND', 'Ce questionnaire n’existe pas.');
  return (
    <ResultsView
      exact
      questionnaire={data}
      trail={[
        { label: 'Pilotage', to: '/pilotage' },
        { label: data.title, to: `/pilotage/questionnaires/${data.id}` },
      ]}
    />
  );
}
