import { noteSession, useSession, useSessionState } from '@preau/ui';
import { useEffect } from 'react';

export { useSession };

/** What this browser kept for somebody goes once the server says that nobody is signed in. */
export function useForgottenWithSession(): void {
  const state = useSessionState();
  useEffect(() => {
    if (state === 'SIGNED_IN' || state === 'VISITOR') noteSession(state === 'SIGNED_IN');
  }, [state]);
}
