import { Page } from '@preau/ui';
import { Link } from 'react-router';

/** Something that does not exist, or that this visitor may not see: the same answer. */
export function Missing({ what }: { readonly what: string }) {
  return (
    <Page title="Page introuvable" lead={`${what} n’existe pas, ou n’est pas encore publiée.`}>
      <p>
        <Link to="/">Voir les concertations en cours</Link>
      </p>
    </Page>
  );
}
