import type { ShownImage } from '../images/message-images';

/** A message of one’s own, or the topic it opens. */
export interface OwnPost {
  readonly id: string;
  readonly topicId: string;
  readonly body: string;
  readonly revisionCount: number;
  readonly isProposition: boolean;
  readonly images: readonly ShownImage[];
  /** Of a topic; null for a reply. */
  readonly title: string | null;
}
