import { Page } from '@preau/ui';
import { Link } from 'react-router';

interface MissingProps {
  readonly what: string;
  /** Where to go on from. */
  readonly to: string;
  readonly label: string;
}

/** Something that does not exist, or that this visitor may not see: the same answer. */
export function Missing({ what, to, label }: MissingProps) {
  return (
    <Page title="Page introuvable" lead={`${what} n’existe pas, ou n’est pas publié.`}>
      <p>
        <Link to={to}>{label}</Link>
      </p>
    </Page>
  );
}
