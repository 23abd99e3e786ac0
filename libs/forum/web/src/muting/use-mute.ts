import { useMutation, useQueryClient } from '@tanstack/react-query';
import { chooseMuted } from './operations';
import { showMuted } from './with-muted';

/** Folds what somebody writes, or no longer, and shows it so at once wherever it stands. */
export function useMute(accountId: string, onDone: () => void) {
  const queries = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (isMuted: boolean) => chooseMuted(accountId, isMuted),
    onSuccess: (code, isMuted) => {
      if (code !== null) return;
      showMuted(queries, accountId, isMuted);
      void queries.invalidateQueries({ queryKey: ['muted-people'] });
      onDone();
    },
  });
  return { choose: mutate, isPending, code: data ?? null, error };
}
