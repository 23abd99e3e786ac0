import './staff.css';
import { execute, graphql, GraphQLFailure } from '@preau/graphql';
import {
  BigFigure,
  formatDateTime,
  formatDay,
  GuardedFailure,
  Loading,
  Page,
  StatusMessage,
} from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { DownloadPanel } from './download/download-panel';
import { ParticipationChart } from './participation-chart';
import { participationOptions } from './participation-query';
import { StandingBadge } from './questionnaire-card';
import { standingOf } from './standing';

const staffQuestionnaireQuery = graphql(`
  query StaffQuestionnaire($id: ID!) {
    questionnaire(id: $id) {
      id
      slug
      title
      status
      version
      opensAt
      closesAt
      viewerCan {
        export
      }
      consultation {
        slug
        title
      }
    }
  }
`);

const LIVE_EVERY_MS = 5_000;

/** /pilotage/questionnaires/:id: participation as it comes, results, downloads. */
export function Component() {
  const { id = '' } = useParams();
  const form = useQuery({
    queryKey: ['staff-questionnaire', id],
    queryFn: ({ signal }) => execute(staffQuestionnaireQuery, { id }, { signal }),
  });
  const participation = useQuery({ ...participationOptions(id), refetchInterval: LIVE_EVERY_MS });
  const error = (participation.data ? null : participation.error) ?? form.error;
  if (error) {
    return (
      <GuardedFailure
        error={error}
        retry={() => void Promise.all([form.refetch(), participation.refetch()])}
      />
    );
  }
  if (!form.data || !participation.data) return <Loading />;
  const { questionnaire } = form.data;
  if (!questionnaire) throw new GraphQLFailure('NOT_FOUND', 'Ce questionnaire n’existe pas.');

  const { consultation, opensAt, closesAt, status } = questionnaire;
  const { total, drafts, asOf, days } = participation.data;
  return (
    <Page title={questionnaire.title} breadcrumb={[{ label: 'Pilotage', to: '/pilotage' }]}>
      <p>
        <StandingBadge standing={standingOf({ status, opensAt, closesAt }, new Date())} />{' '}
        {consultation.title}, version {questionnaire.version}, du {formatDay(opensAt)} au{' '}
        {formatDateTime(closesAt)}
      </p>
      <section className="preau-staff__section" aria-labelledby="participation">
        <h2 id="participation">Participation</h2>
        <div className="preau-staff__big">
          <BigFigure value={total} label="réponses envoyées" asOf={asOf} />
          <BigFigure value={drafts} label="brouillons en cours" />
        </div>
        <StatusMessage>
          {participation.error ? 'La mise à jour est interrompue. Rechargez la page pour reprendre.' : ''}
        </StatusMessage>
        <ParticipationChart days={days} />
      </section>
      <section className="preau-staff__section" aria-labelledby="resultats">
        <h2 id="resultats">Résultats</h2>
        <ul className="preau-staff__actions">
          <li>
            <Link className="fr-btn" to={`/pilotage/questionnaires/${id}/resultats`}>
              Voir les résultats exacts
            </Link>
          </li>
          <li>
            <Link
              className="fr-btn fr-btn--secondary"
              to={`/concertations/${consultation.slug}/questionnaires/${questionnaire.slug}/resultats`}
            >
              Voir ce que le public voit
            </Link>
          </li>
        </ul>
      </section>
      {questionnaire.viewerCan.export ? (
        <section className="preau-staff__section" aria-labelledby="telechargements">
          <h2 id="telechargements">Téléchargements</h2>
          <p>
            Une ligne par réponse, une colonne par code de question. Chaque téléchargement est consigné. Ces
            réponses sont confidentielles&nbsp;: ne les transmettez pas telles quelles.
          </p>
          <DownloadPanel
            questionnaireId={id}
            name={`preau-${consultation.slug}-${questionnaire.slug}`}
            rows={total}
          />
        </section>
      ) : null}
    </Page>
  );
}
