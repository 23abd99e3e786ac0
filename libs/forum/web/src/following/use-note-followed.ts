import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { topicKey, type ShownTopic } from '../topic/topic-query';

/** Shows on its page that a topic is followed, or no longer. */
export function useNoteFollowed(topicId: string) {
  const queries = useQueryClient();
  return useCallback(
    (isFollowed: boolean) => {
      queries.setQueryData<ShownTopic | null>(
        [...topicKey(topicId), 'topic'],
        (topic) => topic && { ...topic, isFollowed },
      );
    },
    [queries, topicId],
  );
}
