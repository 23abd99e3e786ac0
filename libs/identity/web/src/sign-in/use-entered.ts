import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { safePath } from '@preau/identity-domain';
import { keepPendingSignIn } from './sign-in-request';
import { keepReturnPath, takeReturnPath } from './return-path';

type Entered =
  | { readonly __typename: 'SignedIn'; readonly account: { readonly roles: readonly string[] } }
  | { readonly __typename: 'SignInPending'; readonly step: 'REGISTRATION' | 'SECOND_FACTOR' };

const NEXT_STEPS = { REGISTRATION: '/connexion/compte', SECOND_FACTOR: '/connexion/second-facteur' } as const;

/**
 * What follows a proof, whichever way it was given. Signed in: everything read before is read again with the new rights, and
 * the person goes back to where they were, else to the place of their role. Otherwise, the step that is still wanted.
 */
export function useEntered(): (entered: Entered, wanted?: string | null) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (entered, wanted = null) => {
    keepPendingSignIn(null);
    await queries.resetQueries();
    if (entered.__typename === 'SignInPending') {
      const path = safePath(wanted);
      if (path) keepReturnPath(path);
      await navigate(NEXT_STEPS[entered.step], { replace: true });
      return;
    }
    const kept = takeReturnPath();
    const { roles } = entered.account;
    const home = roles.includes('STAFF') || roles.includes('ADMIN') ? '/pilotage' : '/mon-espace';
    await navigate(safePath(wanted) ?? kept ?? home, { replace: true });
  };
}
