import { accentClass, ThemeAccent } from '@preau/ui';
import { Link } from 'react-router';
import { type ResultsSection } from './sections';

interface SectionNavProps {
  readonly sections: readonly ResultsSection[];
  readonly current: ResultsSection;
  /** The address of a section's page, with the comparison that is on. */
  readonly linkTo: (section: ResultsSection) => string;
}

const nameOf = ({ theme, title }: ResultsSection) => theme?.shortTitle ?? title;

/** The parts of the results: the five themes with their colours, and the profile. */
export function SectionNav({ sections, current, linkTo }: SectionNavProps) {
  return (
    <nav className="preau-results__nav" aria-label="Parties des résultats">
      <ul>
        {sections.map((section) => (
          <li
            key={section.code}
            className={section.theme ? accentClass(section.theme.accent) : 'preau-accent'}
          >
            <Link to={linkTo(section)} {...(section === current ? { 'aria-current': 'page' as const } : {})}>
              {section.theme ? <ThemeAccent {...section.theme} size="small" /> : null}
              <span>{nameOf(section)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** At the end of a part, the ones around it. */
export function SectionSteps({ sections, current, linkTo }: SectionNavProps) {
  const index = sections.indexOf(current);
  const before = sections[index - 1];
  const after = sections[index + 1];
  return (
    <nav className="preau-results__steps" aria-label="Partie précédente ou suivante">
      {before ? (
        <Link className="fr-link fr-icon-arrow-left-line fr-link--icon-left" to={linkTo(before)}>
          Précédent&nbsp;: {nameOf(before)}
        </Link>
      ) : (
        <span />
      )}
      {after ? (
        <Link className="fr-link fr-icon-arrow-right-line fr-link--icon-right" to={linkTo(after)}>
          Suivant&nbsp;: {nameOf(after)}
        </Link>
      ) : null}
    </nav>
  );
}
