import type { ConsultationPhase } from '@preau/consultation-domain';
import type { PostStatus } from './post';

export const SUPPORT_REFUSALS = [
  'UNKNOWN_POST',
  'OWN_POST',
  'SUSPENDED',
  'NOT_OPEN',
  'CLOSED',
  'LOCKED',
] as const;
export type SupportRefusalCode = (typeof SUPPORT_REFUSALS)[number];

/** Why a message cannot be supported, or a support withdrawn, by that person; or null. Giving it twice is giving it once. */
export function supportRefusal(post: {
  readonly isAuthor: boolean;
  readonly isSuspended: boolean;
  readonly status: PostStatus;
  readonly phase: ConsultationPhase;
  readonly isLocked: boolean;
}): SupportRefusalCode | null {
  if (post.status !== 'PUBLISHED') return 'UNKNOWN_POST';
  if (post.isAuthor) return 'OWN_POST';
  if (post.isSuspended) return 'SUSPENDED';
  if (post.phase !== 'OPEN') return post.phase === 'UPCOMING' ? 'NOT_OPEN' : 'CLOSED';
  return post.isLocked ? 'LOCKED' : null;
}
