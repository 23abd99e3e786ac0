const TARGETS = [
  { id: 'contenu', label: 'Aller au contenu' },
  { id: 'navigation', label: 'Aller au menu' },
  { id: 'pied-de-page', label: 'Aller au pied de page' },
];

/** The first stop of the keyboard on every page. */
export function SkipLinks() {
  return (
    <div className="fr-skiplinks">
      <nav className="fr-container" aria-label="Accès rapide">
        <ul className="fr-skiplinks__list">
          {TARGETS.map(({ id, label }) => (
            <li key={id}>
              <a className="fr-link" href={`#${id}`}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
