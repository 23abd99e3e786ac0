import { Link } from 'react-router';
import { ACCESSIBILITY_LEVEL, titleOf } from './pages';
import { Brand } from './brand';

const HELPFUL = ['aide', 'contact', 'charte'];

/** The links every page owes its readers. The level of accessibility is data: it changes with an audit, not with the code. */
const LEGAL: readonly { readonly to: string; readonly text: string }[] = [
  { to: '/plan-du-site', text: 'Plan du site' },
  { to: '/accessibilite', text: `Accessibilité : ${ACCESSIBILITY_LEVEL}` },
  { to: '/mentions-legales', text: titleOf('mentions-legales') },
  { to: '/donnees-personnelles', text: titleOf('donnees-personnelles') },
  { to: '/gestion-des-cookies', text: titleOf('gestion-des-cookies') },
  { to: '/cgu', text: titleOf('cgu') },
  { to: '/statistiques', text: 'Statistiques' },
];

export function SiteFooter({ onDisplaySettings }: { readonly onDisplaySettings: () => void }) {
  return (
    <footer className="fr-footer preau-footer" id="pied-de-page" tabIndex={-1}>
      <div className="fr-container">
        <div className="fr-footer__body preau-footer__body">
          <div>
            <Brand />
            <p className="fr-footer__content-desc">
              Un préau, c’est la cour couverte d’une école : tout le monde s’y retrouve. Préau est un logiciel
              libre pour débattre de l’éducation et du numérique.
            </p>
          </div>
          <ul className="fr-footer__content-list">
            {HELPFUL.map((slug) => (
              <li key={slug} className="fr-footer__content-item">
                <Link className="fr-footer__content-link" to={`/${slug}`}>
                  {titleOf(slug)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <div className="fr-footer__bottom">
          <ul className="fr-footer__bottom-list">
            {LEGAL.map(({ to, text: label }) => (
              <li key={to} className="fr-footer__bottom-item">
                <Link className="fr-footer__bottom-link" to={to}>
                  {label}
                </Link>
              </li>
            ))}
            <li className="fr-footer__bottom-item">
              <button type="button" className="fr-footer__bottom-link" onClick={onDisplaySettings}>
                Paramètres d’affichage
              </button>
            </li>
          </ul>
          <div className="fr-footer__bottom-copy">
            <p>
              Sauf mention contraire, les textes de ce site sont réutilisables sous{' '}
              <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">Licence Ouverte 2.0</a>.
            </p>
          </div>
        </div>
      </div>
    </footer>
  );
}
