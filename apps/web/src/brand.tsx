import { Link } from 'react-router';
import { Wordmark } from './wordmark';

/** The name of the site, back to its first page. The State's block stands before it only in a build that may carry it. */
export function Brand() {
  return (
    <Link to="/" className="preau-brand" title="Préau, retour à l’accueil">
      {STATE_IDENTITY ? (
        <span className="fr-logo">
          République
          <br />
          Française
        </span>
      ) : null}
      <Wordmark />
    </Link>
  );
}
