import { loadUnreadLink } from '@preau/notifications-web';
import { SearchField } from '@preau/search-web';
import { accentClass } from '@preau/ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Brand } from './brand';
import { useSession } from './session';

/** Only those who sign in load what keeps their notifications up to date. */
const UnreadLink = lazy(loadUnreadLink);

interface Theme {
  readonly slug: string;
  readonly shortTitle: string;
  readonly accent: string;
}

interface SiteHeaderProps {
  readonly consultation: { readonly slug: string; readonly themes: readonly Theme[] } | undefined;
  readonly embedded: boolean;
  readonly onDisplaySettings: () => void;
}

/** Name, ways to one's own things, and the themes as the first navigation. Under 992 px all of it folds behind one button. */
export function SiteHeader({ consultation, embedded, onDisplaySettings }: SiteHeaderProps) {
  const { pathname } = useLocation();
  // The page of results has a field of its own.
  const hasSearch = pathname !== '/recherche';
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    setOpen(false);
  }, [pathname]);
  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      toggle.current?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);
  return (
    <header id="en-tete" className="preau-header" data-open={open}>
      <div className="fr-container preau-header__body">
        <Brand />
        <button
          ref={toggle}
          type="button"
          className="fr-btn fr-btn--tertiary fr-btn--icon-left fr-icon-menu-fill preau-header__toggle"
          aria-expanded={open}
          aria-controls={hasSearch ? 'outils recherche-du-site navigation' : 'outils navigation'}
          onClick={() => {
            setOpen(!open);
          }}
        >
          Menu
        </button>
        <Tools onDisplaySettings={onDisplaySettings} />
        {hasSearch ? <HeaderSearch /> : null}
        <Navigation consultation={consultation} />
      </div>
      {embedded ? (
        <div className="preau-demonstration">
          <p className="fr-container">
            <strong>Instance de démonstration.</strong> Les réponses et les débats déjà présents ont été
            inventés.
          </p>
        </div>
      ) : null}
    </header>
  );
}

function Tools({ onDisplaySettings }: { readonly onDisplaySettings: () => void }) {
  const account = useSession();
  const isStaff = account?.roles.some((role) => role === 'STAFF' || role === 'ADMIN') ?? false;
  const isAdmin = account?.roles.includes('ADMIN') ?? false;
  return (
    <ul id="outils" className="preau-header__tools">
      {isStaff ? (
        <li>
          <ToolLink to="/pilotage" icon="fr-icon-line-chart-line" text="Pilotage" />
        </li>
      ) : null}
      {isAdmin ? (
        <li>
          <ToolLink to="/administration" icon="fr-icon-team-line" text="Administration" />
        </li>
      ) : null}
      <li>
        <ToolLink to="/reponse" icon="fr-icon-file-text-line" text="Ma réponse" />
      </li>
      {account ? (
        <li>
          <Suspense fallback={null}>
            <UnreadLink />
          </Suspense>
        </li>
      ) : null}
      <li>
        {account ? (
          <ToolLink to="/mon-espace" icon="fr-icon-account-circle-line" text="Mon espace" />
        ) : (
          <ToolLink to="/connexion" icon="fr-icon-account-circle-line" text="Se connecter" />
        )}
      </li>
      <li>
        <button
          type="button"
          className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-left fr-icon-theme-fill"
          onClick={onDisplaySettings}
        >
          Affichage
        </button>
      </li>
    </ul>
  );
}

function HeaderSearch() {
  const navigate = useNavigate();
  return (
    <div id="recherche-du-site" className="preau-header__search">
      <SearchField
        id="recherche-en-tete"
        label="Rechercher sur le site"
        query=""
        onSearch={(query) => void navigate(`/recherche?${new URLSearchParams({ q: query }).toString()}`)}
      />
    </div>
  );
}

function ToolLink({ to, icon, text }: { readonly to: string; readonly icon: string; readonly text: string }) {
  return (
    <Link to={to} className={`fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-left ${icon}`}>
      {text}
    </Link>
  );
}

function Navigation({ consultation }: Pick<SiteHeaderProps, 'consultation'>) {
  const { pathname } = useLocation();
  const here = (to: string) => (pathname === to ? { 'aria-current': 'page' as const } : {});
  return (
    <nav id="navigation" className="preau-header__navigation" aria-label="Menu principal">
      <ul>
        <li>
          <Link to="/" {...here('/')}>
            Accueil
          </Link>
        </li>
        {consultation?.themes.map(({ slug, shortTitle, accent }) => {
          const to = `/concertations/${consultation.slug}/themes/${slug}`;
          return (
            <li key={slug} className={accentClass(accent)}>
              <Link to={to} {...here(to)}>
                {shortTitle}
              </Link>
            </li>
          );
        })}
        <li>
          <Link to="/aide" {...here('/aide')}>
            Aide
          </Link>
        </li>
      </ul>
    </nav>
  );
}
