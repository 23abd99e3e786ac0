import { createContext, useContext, type RefObject } from 'react';
import type { Reading } from '../reading/reading';
import type { Visit } from '../reading/use-visit';

/** The form that a draft is taken up in. */
export type ResumedPanel = 'reply' | 'edit' | 'proposition';

/** What every message of a page needs to know of where it stands. */
export interface TopicPlace {
  readonly slug: string;
  readonly topicId: string;
  /** The message that the address names. */
  readonly marked: string | null;
  /** The message that takes the focus once it is on the page: asked for by its address, or just written. */
  readonly arriving: RefObject<string | null>;
  /** What was new as one came, and where it begins: said where messages stand in the order of writing. */
  readonly visit: Visit | null;
  readonly firstNewId: string | null;
  readonly reading: Reading | null;
  /** May write in the name of a service of the institution. */
  readonly speaksForService: boolean;
  /** Whether people wait between two messages. */
  readonly isSlow: boolean;
  /** The reply that answers it, and whether one may say so. */
  readonly solvedPostId: string | null;
  readonly canMarkSolved: boolean;
  /** The messages that its synthesis cites. */
  readonly cited: ReadonlySet<string>;
  /** Puts a message into the synthesis that is being written; null where one may not. */
  readonly cite: ((postId: string) => void) | null;
  /** The message whose draft the address asks for, and what it is a draft of. */
  readonly resumed: { readonly id: string; readonly panel: ResumedPanel } | null;
  /** Says on the page, and aloud, what was just done. */
  readonly say: (sentence: string) => void;
}

export const TopicContext = createContext<TopicPlace | null>(null);

export function useTopicContext(): TopicPlace {
  const place = useContext(TopicContext);
  if (!place) throw new Error('A message is shown in a topic.');
  return place;
}
