import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readPost, type PostFragment } from '../message/post-fields';
import { topicKey } from '../topic/topic-query';
import { withPost } from './with-post';

/** Puts a message in its new state wherever it is shown. */
export function useChangePost() {
  const queries = useQueryClient();
  return useCallback(
    (fragment: PostFragment) => {
      const post = readPost(fragment);
      queries.setQueriesData({ queryKey: topicKey(post.topicId) }, (data: unknown) => withPost(data, post));
    },
    [queries],
  );
}
