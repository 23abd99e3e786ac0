import { forgetMine } from '@preau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

/** What follows the end of one's session: to the provider that opened it, if one did, else home. Nothing of the account stays here. */
export function useLeft(): (providerUrl: string | null) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (providerUrl) => {
    forgetMine();
    if (providerUrl !== null) {
      window.location.assign(providerUrl);
      return;
    }
    await navigate('/');
    // What was read with the account's rights does not stay in memory after it.
    await queries.resetQueries();
  };
}
