import type { PostView } from '../posts/post-view';
import type { Words } from './rendered';

/** The words of a message, where they may be read. */
export const wordsOf = ({ id, revisionCount, body }: PostView): Words | null =>
  body === null ? null : { id, revision: revisionCount, body };
