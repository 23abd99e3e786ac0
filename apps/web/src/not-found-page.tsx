import { Page } from '@preau/ui';
import { Link } from 'react-router';

/** An address that leads nowhere, or to something this visitor may not see: the same answer. */
export function Component() {
  return (
    <Page title="Page introuvable" lead="L’adresse est peut-être incomplète, ou la page a changé de place.">
      <ul className="preau-links">
        <li>
          <Link to="/">Revenir à l’accueil et aux concertations</Link>
        </li>
        <li>
          <Link to="/plan-du-site">Consulter le plan du site</Link>
        </li>
        <li>
          <Link to="/aide">Lire l’aide</Link>
        </li>
      </ul>
    </Page>
  );
}
