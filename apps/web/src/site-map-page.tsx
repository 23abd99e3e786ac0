import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { pages } from './pages';

const siteMapQuery = graphql(`
  query SiteMap {
    consultations {
      id
      slug
      title
      themes {
        id
        slug
        shortTitle
      }
      questionnaires {
        id
        slug
        title
      }
    }
  }
`);

/** Every page a visitor can reach, consultations first. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['site-map'],
    queryFn: ({ signal }) => execute(siteMapQuery, {}, { method: 'GET', signal }),
  });
  return (
    <Page title="Plan du site" breadcrumb={[]}>
      <div className="preau-prose">
        <h2>Concertations</h2>
        <p>
          <Link to="/">Accueil</Link>
        </p>
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {data || error ? null : <Loading />}
        {data?.consultations.map(({ id, slug, title, themes, questionnaires }) => (
          <section key={id}>
            <h3>
              <Link to={`/concertations/${slug}`}>{title}</Link>
            </h3>
            <ul>
              {questionnaires.map((form) => (
                <li key={form.id}>
                  <Link to={`/concertations/${slug}/questionnaires/${form.slug}`}>{form.title}</Link> et{' '}
                  <Link to={`/concertations/${slug}/questionnaires/${form.slug}/resultats`}>
                    résultats<span className="fr-sr-only"> : {form.title}</span>
                  </Link>
                </li>
              ))}
              <li>
                <Link to={`/concertations/${slug}/debats`}>
                  Débats<span className="fr-sr-only"> : {title}</span>
                </Link>
              </li>
              {themes.map((theme) => (
                <li key={theme.id}>
                  <Link
                    to={`/concertations/${slug}/themes/${theme.slug}`}
                  >{`Thème : ${theme.shortTitle}`}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <h2>Participer</h2>
        <ul>
          <li>
            <Link to="/reponse">Relire ou corriger une réponse avec son code de récépissé</Link>
          </li>
          <li>
            <Link to="/reprendre">Reprendre un brouillon</Link>
          </li>
          <li>
            <Link to="/recherche">Rechercher sur le site</Link>
          </li>
          <li>
            <Link to="/connexion">Se connecter</Link>
          </li>
        </ul>
        <h2>À propos du site</h2>
        <ul>
          {pages.map(({ slug, title }) => (
            <li key={slug}>
              <Link to={`/${slug}`}>{title}</Link>
            </li>
          ))}
          <li>
            <Link to="/statistiques">Statistiques</Link>
          </li>
        </ul>
      </div>
    </Page>
  );
}
