import './consultation.css';
import { execute, graphql } from '@preau/graphql';
import { accentClass, Failure, Loading, PageTitle, ThemeAccent, Trail } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Missing } from './missing';
import { consultationPath, themePath } from './paths';
import type { ThemePlace } from './theme-places';
import { ThemeQuestionnaire } from './theme-questionnaire';

const themeQuery = graphql(`
  query ThemePage($slug: String!) {
    consultation(slug: $slug) {
      slug
      title
      themes {
        id
        slug
        title
        shortTitle
        problem
        challenges
        accent
        pictogram
      }
      ...ThemeQuestionnaire
    }
  }
`);

/** `/concertations/:slug/themes/:theme`: the question it raises, and where to answer and work on it. */
export function ThemePage({ places }: { readonly places: readonly ThemePlace[] }) {
  const { slug = '', theme: wanted = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['themes', slug],
    queryFn: ({ signal }) => execute(themeQuery, { slug }, { method: 'GET', signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { consultation } = data;
  const theme = consultation?.themes.find((one) => one.slug === wanted);
  if (!consultation || !theme) return <Missing what="Ce thème" />;
  return (
    <div className={accentClass(theme.accent)}>
      <div className="preau-theme-head">
        <div className="fr-container">
          <Trail
            crumbs={[{ label: consultation.title, to: consultationPath(slug) }]}
            current={theme.shortTitle}
          />
          <div className="preau-theme-head__title">
            <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} size="large" />
            <PageTitle documentTitle={theme.shortTitle}>{theme.title}</PageTitle>
          </div>
        </div>
      </div>
      <div className="fr-container preau-theme-body">
        <section aria-labelledby="probleme">
          <h2 id="probleme">La question posée</h2>
          <p className="preau-problem">{theme.problem}</p>
          {theme.challenges.length > 0 ? (
            <>
              <h2>Les défis à relever</h2>
              <ol className="preau-challenges">
                {theme.challenges.map((challenge) => (
                  <li key={challenge}>{challenge}</li>
                ))}
              </ol>
            </>
          ) : null}
        </section>
        <ThemeQuestionnaire consultation={consultation} theme={theme.slug} />
      </div>
      <div className="fr-container">
        {places.map((Place, rank) => (
          <Place key={rank} consultation={slug} theme={theme.slug} />
        ))}
      </div>
      <nav className="fr-container preau-section" aria-labelledby="autres-themes">
        <h2 id="autres-themes">Les autres thèmes</h2>
        <ul className="preau-theme-links">
          {consultation.themes
            .filter((one) => one.id !== theme.id)
            .map((one) => (
              <li key={one.id}>
                <ThemeAccent accent={one.accent} pictogram={one.pictogram} size="small" />
                <Link to={themePath(slug, one.slug)}>{one.shortTitle}</Link>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  );
}
