import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readPost, type PostFragment } from '../message/post-fields';
import { topicKey } from '../topic/topic-query';

const addedKey = (topicId: string) => [...topicKey(topicId), 'added'];

/** Messages of a topic that came after it was read: one's own, and those one asked to see. They join what is loaded. */
export function useAdded(topicId: string) {
  const { data } = useQuery<readonly PostFragment[]>({
    queryKey: addedKey(topicId),
    queryFn: skipToken,
    initialData: [],
  });
  return (data ?? []).map(readPost);
}

/** Adds messages to what is shown of a topic; one that is there already is replaced. */
export function useAddPosts(topicId: string) {
  const queries = useQueryClient();
  return useCallback(
    (posts: readonly PostFragment[]) => {
      const ids = new Set(posts.map((post) => readPost(post).id));
      queries.setQueryData<readonly PostFragment[]>(addedKey(topicId), (before = []) => [
        ...before.filter((post) => !ids.has(readPost(post).id)),
        ...posts,
      ]);
    },
    [queries, topicId],
  );
}
