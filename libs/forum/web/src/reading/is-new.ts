import type { ShownPost } from '../message/post-fields';
import type { Visit } from './use-visit';

/** Whether a message was new to somebody as they came: others wrote it since. Nothing is to whoever comes for the first time. */
export const isNewTo = (
  visit: Visit | null,
  { createdAt, isMine, status }: Pick<ShownPost, 'createdAt' | 'isMine' | 'status'>,
): boolean => Boolean(visit?.since && createdAt > visit.since && !isMine && status === 'PUBLISHED');
