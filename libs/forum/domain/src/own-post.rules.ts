import type { ConsultationPhase } from '@preau/consultation-domain';
import { imagesFault, IMAGE_FAULTS, type AttachedImage } from './image.rules';
import type { PostStatus } from './post';
import { bodyFault, TEXT_FAULTS, titleFault } from './text.rules';
import { phaseRefusal } from './posting.rules';

export const OWN_POST_REFUSALS = [
  ...TEXT_FAULTS,
  'TITLE_EMPTY',
  'TITLE_TOO_SHORT',
  'TITLE_TOO_LONG',
  'TITLE_UNREADABLE',
  ...IMAGE_FAULTS,
  'UNKNOWN_IMAGE',
  'NOT_YOURS',
  'UNKNOWN_POST',
  'SUSPENDED',
  'NOT_OPEN',
  'CLOSED',
  'LOCKED',
  'STALE_REVISION',
  'TOO_MANY',
] as const;
export type OwnPostRefusal = (typeof OWN_POST_REFUSALS)[number];

/** As many versions of one message as anybody compares. */
export const REVISIONS_MAX = 50;

/** A message, and the one who would change it. */
export interface OwnPost {
  readonly isAuthor: boolean;
  readonly isSuspended: boolean;
  readonly isTeam: boolean;
  readonly status: PostStatus;
  readonly phase: ConsultationPhase;
  readonly isLocked: boolean;
  readonly isProposition: boolean;
  /** How often it has been changed already. */
  readonly revisions: number;
}

/** Why its author cannot change a message now, whatever the words, or null. */
export function editingRefusal(post: OwnPost): OwnPostRefusal | null {
  const notInHand = deletionRefusal(post);
  if (notInHand) return notInHand;
  if (post.isSuspended) return 'SUSPENDED';
  // What moderation hid is not rewritten under its decision.
  if (post.status === 'HIDDEN') return 'UNKNOWN_POST';
  const closed = phaseRefusal(post.phase, post.isTeam);
  if (closed) return closed;
  if (post.isLocked && !post.isTeam) return 'LOCKED';
  return post.revisions >= REVISIONS_MAX ? 'TOO_MANY' : null;
}

/** What a message would become; `title` for a topic, null for a reply. */
export interface Edit {
  readonly title: string | null;
  readonly body: string;
  /** Null: as they are. */
  readonly images: readonly AttachedImage[] | null;
  /** The revision the author had before their eyes. */
  readonly revision: number;
}

/** Why a message cannot become that, or null. Title and body are already as kept. */
export function editRefusal(post: OwnPost, edit: Edit): OwnPostRefusal | null {
  const inTitle = edit.title === null ? null : titleFault(edit.title);
  if (inTitle) return `TITLE_${inTitle}`;
  const refusal =
    bodyFault(edit.body, post.isProposition) ?? imagesFault(edit.images ?? []) ?? editingRefusal(post);
  if (refusal) return refusal;
  return edit.revision === post.revisions ? null : 'STALE_REVISION';
}

/** Why its author cannot delete a message, or null. Withdrawing one's words is open at all times (GDPR article 17). */
export function deletionRefusal({
  isAuthor,
  status,
}: Pick<OwnPost, 'isAuthor' | 'status'>): OwnPostRefusal | null {
  // What others may not see is for them as if it were not there.
  if (!isAuthor) return status === 'PUBLISHED' ? 'NOT_YOURS' : 'UNKNOWN_POST';
  return status === 'DELETED' ? 'UNKNOWN_POST' : null;
}
