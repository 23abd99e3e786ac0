import { useCallback, useMemo, useState } from 'react';

/** Whether the synthesis is being written, and the messages that wait to be cited in it. */
export interface Citing {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly waiting: readonly string[];
  readonly cite: (postId: string) => void;
  readonly clear: () => void;
}

export function useCiting(say: (sentence: string) => void): Citing {
  const [isOpen, setOpen] = useState(false);
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const cite = useCallback(
    (postId: string) => {
      setOpen(true);
      setWaiting((before) => [...before, postId]);
      // Whoever cites goes on reading where they are.
      say('Le message est cité à la fin du brouillon de la synthèse, en tête du sujet.');
    },
    [say],
  );
  const clear = useCallback(() => {
    setWaiting([]);
  }, []);
  return useMemo(() => ({ isOpen, setOpen, waiting, cite, clear }), [isOpen, waiting, cite, clear]);
}
