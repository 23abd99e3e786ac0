import { useEffect, useRef } from 'react';
import { useTopicContext } from '../topic/topic-context';

/** For the heading of a message: it is read once it came before one's eyes. */
export function useSeen<Shown extends HTMLElement>(id: string, createdAt: string) {
  const heading = useRef<Shown>(null);
  const { reading } = useTopicContext();
  useEffect(
    () => (heading.current && reading ? reading.watch(heading.current, { id, createdAt }) : undefined),
    [reading, id, createdAt],
  );
  return heading;
}
