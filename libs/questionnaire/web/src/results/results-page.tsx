import { GraphQLFailure } from '@preau/graphql';
import { Failure, Loading } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { resultsQuestionnaireOptions } from './questionnaire-query';
import { ResultsView } from './results-view';

/** /concertations/:slug/questionnaires/:questionnaire/resultats: what everybody may see. */
export function Component() {
  const { slug = '', questionnaire = '' } = useParams();
  const { data, error, refetch } = useQuery(
    resultsQuestionnaireOptions({ consultation: slug, slug: questionnaire }),
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data === null) throw new GraphQLFailure('NOT_FOUND', 'Ce questionnaire n’existe pas.');
  const { consultation } = data;
  return (
    <ResultsView
      questionnaire={data}
      trail={[{ label: consultation.title, to: `/concertations/${consultation.slug}` }]}
    />
  );
}
