import { graphql, subscribe } from '@preau/graphql';
import { useCallback, useEffect, useState } from 'react';
import { readPost, type PostFragment } from '../message/post-fields';

const postAddedSubscription = graphql(`
  subscription DebatePostAdded($topicId: ID!) {
    postAdded(topicId: $topicId) {
      ...PostFields
    }
  }
`);

/** Beyond this many, only the latest are kept: whoever left a page open for hours reads the topic again. */
const KEPT = 200;

/** Messages published in a topic since its page was opened, but for one's own: they wait until they are asked for. */
export function useNewPosts(topicId: string) {
  const [posts, setPosts] = useState<readonly PostFragment[]>([]);
  useEffect(() => {
    setPosts([]);
    return subscribe(postAddedSubscription, { topicId }, ({ postAdded }) => {
      const { id, isMine } = readPost(postAdded);
      if (isMine) return;
      setPosts((before) =>
        before.some((post) => readPost(post).id === id) ? before : [...before, postAdded].slice(-KEPT),
      );
    });
  }, [topicId]);
  const clear = useCallback(() => {
    setPosts([]);
  }, []);
  return { posts, clear };
}
