import { execute, graphql } from '@preau/graphql';
import { useSessionState } from '@preau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Reading } from './reading';
import type { Visit } from './use-visit';

const markMutation = graphql(`
  mutation MarkTopicRead($topicId: ID!, $postId: ID!) {
    markTopicRead(topicId: $topicId, postId: $postId) {
      __typename
    }
  }
`);

/** Lists that say how much is new in a topic. */
const COUNTING = ['debates', 'debates-pinned', 'debates-of-theme', 'followed-topics'];

/** Keeps the place of whoever is signed in, as messages pass. Null for visitors, and until one's place is known. */
export function useReading(topicId: string, visit: Visit | null): Reading | null {
  const queries = useQueryClient();
  const isSignedIn = useSessionState() === 'SIGNED_IN';
  const [reading, setReading] = useState<Reading | null>(null);
  const isKnown = visit !== null;
  const since = visit?.since ?? '';
  useEffect(() => {
    if (!isSignedIn || !isKnown || typeof IntersectionObserver === 'undefined') return;
    const begun = new Reading(since, async (postId) => {
      await execute(markMutation, { topicId, postId });
      for (const list of COUNTING) void queries.invalidateQueries({ queryKey: [list], refetchType: 'none' });
    });
    setReading(begun);
    return () => {
      begun.end();
      setReading(null);
    };
  }, [isSignedIn, isKnown, since, topicId, queries]);
  return reading;
}
