import { execute, graphql } from '@preau/graphql';
import { Empty, Failure, formatDateTime, formatNumber, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

const statisticsQuery = graphql(`
  query Statistics {
    consultations {
      id
      slug
      title
      participation {
        responses
        participants
        posts
        events
        syntheses
        asOf
      }
    }
  }
`);

const COLUMNS = [
  ['responses', 'Réponses'],
  ['participants', 'Comptes'],
  ['posts', 'Messages'],
  ['events', 'Rencontres'],
  ['syntheses', 'Synthèses'],
] as const;

/** How much the service is used, counted from the contributions: nobody's visits are measured. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['statistics'],
    queryFn: ({ signal }) => execute(statisticsQuery, {}, { method: 'GET', signal }),
  });
  return (
    <Page
      title="Statistiques"
      breadcrumb={[]}
      lead="Ces chiffres comptent des contributions. Aucune visite n’est mesurée et aucun lecteur n’est suivi."
    >
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <Loading />}
      {data?.consultations.length === 0 ? (
        <Empty>Aucune concertation n’est publiée pour l’instant.</Empty>
      ) : null}
      {data?.consultations.map(({ id, slug, title, participation }) => (
        <section key={id} className="preau-statistics">
          <h2 id={`chiffres-${slug}`}>
            <Link to={`/concertations/${slug}`}>{title}</Link>
          </h2>
          <table className="preau-table">
            <caption>{`Contributions au ${formatDateTime(participation.asOf)}`}</caption>
            <thead>
              <tr>
                <th scope="col">Contribution</th>
                <th scope="col">Nombre</th>
              </tr>
            </thead>
            <tbody>
              {COLUMNS.map(([field, label]) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td>{formatNumber(participation[field])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className="preau-measure">
        Le nombre de réponses affiché au public n’avance que par groupes d’au moins 11 réponses, pour que
        personne ne puisse deviner celle d’un autre. La méthode est décrite avec{' '}
        <Link to="/donnees-personnelles">les données personnelles</Link>.
      </p>
    </Page>
  );
}
