import type { ManagingRefusal } from '@preau/forum-domain';
import { readFragment, type FragmentType } from '@preau/graphql';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { managed } from './operations';

interface Managing {
  readonly run: () => Promise<FragmentType<typeof managed>>;
  /** What is said once it is done. */
  readonly said: string;
}

export interface ManageFault {
  readonly code: ManagingRefusal;
  readonly postId: string | null;
}

/** Something is done to the topic as a whole; then all that is shown of it is read again, with what one may do in it now. */
export function useManaging(onDone: () => void) {
  const { topicId, say } = useTopicContext();
  const queries = useQueryClient();
  const [fault, setFault] = useState<ManageFault | null>(null);
  const doing = useMutation({
    mutationFn: ({ run }: Managing) => run(),
    onSuccess: async (fragment, { said }) => {
      const result = readFragment(managed, fragment);
      if (result.__typename === 'ManagingRefused') {
        setFault({ code: result.code, postId: result.postId ?? null });
        return;
      }
      setFault(null);
      await queries.invalidateQueries({ queryKey: topicKey(topicId) });
      void queries.invalidateQueries({ queryKey: ['debates-pinned'] });
      say(said);
      onDone();
    },
  });
  const start = (managing: Managing) => {
    if (doing.isPending) return;
    setFault(null);
    doing.mutate(managing);
  };
  return { start, fault, refuse: setFault, isDoing: doing.isPending, error: doing.error };
}
