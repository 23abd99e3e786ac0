import type { SearchKind } from '@preau/search-domain';

/** What a content domain writes of an object that can be found. Plain text, with nothing in it that not everybody may read. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly objectId: string;
  readonly consultationId: string | null;
  readonly themeId: string | null;
  /** Code of the académie it is about, or whose author speaks from there. */
  readonly academie: string | null;
  /** What it is part of; none for what stands by itself, which alone is suggested to people who write. */
  readonly parentId: string | null;
  /** Empty when it has none of its own: a post has the title of its topic, which is another document. */
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}
