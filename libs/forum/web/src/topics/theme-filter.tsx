import { accentClass, ThemeAccent } from '@preau/ui';
import { Link, useSearchParams } from 'react-router';
import type { FrameTheme } from '../frame/use-debates-frame';

interface ThemeFilterProps {
  readonly themes: readonly FrameTheme[];
  readonly chosen: string | null;
}

/** The themes as links that narrow a list, each with the mark it has everywhere. */
export function ThemeFilter({ themes, chosen }: ThemeFilterProps) {
  const [search] = useSearchParams();
  const to = (theme: string | null) => {
    const asked = new URLSearchParams(search);
    if (theme) asked.set('theme', theme);
    else asked.delete('theme');
    return { search: asked.toString() };
  };
  return (
    <nav className="preau-theme-filter" aria-label="Débats par thème">
      <ul>
        <li>
          <Link to={to(null)} aria-current={chosen === null ? 'true' : undefined}>
            Tous les thèmes
          </Link>
        </li>
        {themes.map(({ slug, shortTitle, accent, pictogram }) => (
          <li key={slug} className={accentClass(accent)}>
            <Link to={to(slug)} aria-current={chosen === slug ? 'true' : undefined}>
              <ThemeAccent accent={accent} pictogram={pictogram} size="small" />
              {shortTitle}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
