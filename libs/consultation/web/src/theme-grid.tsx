import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { accentClass, ThemeAccent } from '@preau/ui';
import { Link } from 'react-router';
import { themePath } from './paths';

export const themeGrid = graphql(`
  fragment ThemeGrid on Consultation {
    slug
    themes {
      id
      slug
      title
      shortTitle
      summary
      accent
      pictogram
    }
  }
`);

const NUMBERS = ['', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf'];

/** The themes, first navigation of a consultation: each with the mark it keeps on every page. */
export function ThemeGrid({ consultation }: { readonly consultation: FragmentType<typeof themeGrid> }) {
  const { slug, themes } = readFragment(themeGrid, consultation);
  if (themes.length === 0) return null;
  return (
    <section className="fr-container preau-section" aria-labelledby="themes">
      <h2 id="themes">{`${NUMBERS[themes.length] ?? themes.length} ${themes.length === 1 ? 'thème' : 'thèmes'} à explorer`}</h2>
      <ul className="preau-themes">
        {themes.map((theme) => (
          <li key={theme.id} className={`preau-theme ${accentClass(theme.accent)}`}>
            <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} />
            <h3 className="preau-theme__name">
              <Link to={themePath(slug, theme.slug)}>{theme.shortTitle}</Link>
            </h3>
            <p className="preau-theme__summary">{theme.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
