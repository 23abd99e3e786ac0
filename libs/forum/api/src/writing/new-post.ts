import type { AttachedImage } from '@preau/forum-domain';
import type { PostingRefusal, Stance } from '@preau/forum-domain';
import type { NetworkPlace } from '@preau/shared-api';
import type { FoundPost, TopicContext } from '../posts/post.queries';

/** A message on its way to the database. */
export interface NewPost {
  readonly id: string;
  /** That of the topic it begins, or replies to. */
  readonly topicId: string;
  /** The message replied to; null for the opening one of a topic. */
  readonly parentId: string | null;
  readonly body: string;
  readonly bodyHash: Buffer;
  readonly images: readonly AttachedImage[];
  readonly stance: Stance | null;
  readonly isProposition: boolean;
  /** The service it speaks for. */
  readonly serviceId: string | null;
  /** Of a topic that begins. */
  readonly begins: { readonly title: string; readonly themeId: string } | null;
  /** Of a draft of the author's, which goes as the message is written. */
  readonly draftKey: string | null;
  readonly authorId: string;
  readonly from: NetworkPlace;
  readonly isSuspended: boolean;
  readonly isTeam: boolean;
  /** May speak for a service. */
  readonly isStaff: boolean;
  readonly isVerified: boolean;
}

/** A message that has just been written, as its author sees it. */
export interface WrittenPost {
  readonly found: FoundPost;
  /** Of the topic it answers in; null for one that begins a topic. */
  readonly context: TopicContext | null;
}

/** What became of it: written now, or by an earlier sending of the same (null); or refused. */
export type Posting = { readonly written: WrittenPost | null } | PostingRefusal;
