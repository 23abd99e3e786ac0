import { useSessionState } from '@preau/ui';
import { Link, useLocation } from 'react-router';
import { signInPath } from '../paths';

/** Visitors read everything; to answer or support they sign in, and come back here. */
export function SignInToReply({ isOpen }: { readonly isOpen: boolean }) {
  const { pathname, search } = useLocation();
  if (useSessionState() !== 'VISITOR' || !isOpen) return null;
  return (
    <p className="preau-debate-notice">
      <Link to={signInPath(pathname + search)}>Connectez-vous</Link> pour répondre ou soutenir un message.
      Lire ne demande aucun compte.
    </p>
  );
}
