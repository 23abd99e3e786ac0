import { GraphQLFailure } from '@preau/graphql';
import { Navigate, useLocation } from 'react-router';
import { Failure } from './states';

interface GuardedFailureProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

/**
 * For pages that need an account. A visitor goes and signs in, then comes back; whoever may not see the page gets the
 * very answer given for a page that does not exist (the error is thrown on, to the application's not-found page).
 */
export function GuardedFailure({ error, retry }: GuardedFailureProps) {
  const { pathname, search } = useLocation();
  const code = error instanceof GraphQLFailure ? error.code : '';
  if (code === 'UNAUTHENTICATED') {
    return <Navigate to={`/connexion?retour=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (code === 'NOT_FOUND') throw error;
  return <Failure error={error} {...(retry ? { retry } : {})} />;
}
