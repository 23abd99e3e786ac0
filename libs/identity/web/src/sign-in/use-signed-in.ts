import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { keepPendingSignIn } from './sign-in-request';
import { safePath, takeReturnPath } from './return-path';

/**
 * What follows a sign-in, whichever way it was made: everything read before is read again with the new rights, and the
 * person goes back to where they were, else to the place of their role.
 */
export function useSignedIn(): (roles: readonly string[], wanted?: string | null) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (roles, wanted = null) => {
    keepPendingSignIn(null);
    const kept = takeReturnPath();
    const home = roles.includes('STAFF') || roles.includes('ADMIN') ? '/pilotage' : '/mon-espace';
    await queries.resetQueries();
    await navigate(safePath(wanted) ?? kept ?? home, { replace: true });
  };
}
