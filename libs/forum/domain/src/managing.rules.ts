import { CITATION_REFUSALS } from './citation.rules';
import type { PostStatus } from './post';
import { bodyFault, fault, keptTitle, type TextFault } from './text.rules';

export const MANAGING_REFUSALS = [
  'UNKNOWN_TOPIC',
  'UNKNOWN_POST',
  'UNKNOWN_SERVICE',
  'OUT_OF_SCOPE',
  'TOO_SLOW',
  'EMPTY',
  'TOO_SHORT',
  'TOO_LONG',
  'UNREADABLE',
  'NAME_TAKEN',
  'REASON_EMPTY',
  'REASON_TOO_SHORT',
  'REASON_TOO_LONG',
  'REASON_UNREADABLE',
  ...CITATION_REFUSALS,
  'STALE_DRAFT',
] as const;
export type ManagingRefusal = (typeof MANAGING_REFUSALS)[number];

/** The longest pause that slow mode can ask for, in seconds: a day. */
export const SLOW_SECONDS_MAX = 86_400;
/** Of the reason that readers are told when writing ends in a topic. */
export const LOCK_REASON_LENGTH = { min: 8, max: 300 } as const;
export const SERVICE_NAME_LENGTH = { min: 3, max: 120 } as const;

/** What a topic's keeper changes; what is left out stays. */
export interface TopicSettings {
  readonly isPinned?: boolean;
  readonly isLocked?: boolean;
  /** Why it is locked, as kept. */
  readonly lockReason?: string;
  readonly slowSeconds?: number;
}

/** Why these settings cannot be a topic's, or null. */
export function settingsRefusal(
  topic: { readonly status: PostStatus; readonly isInScope: boolean },
  { slowSeconds = 0, isLocked = false, lockReason = '' }: TopicSettings,
): ManagingRefusal | null {
  if (topic.status !== 'PUBLISHED') return 'UNKNOWN_TOPIC';
  if (!topic.isInScope) return 'OUT_OF_SCOPE';
  // Nobody is kept from writing without being told why.
  const inReason = isLocked ? fault(lockReason, LOCK_REASON_LENGTH) : null;
  if (inReason) return `REASON_${inReason}`;
  return Number.isInteger(slowSeconds) && slowSeconds >= 0 && slowSeconds <= SLOW_SECONDS_MAX
    ? null
    : 'TOO_SLOW';
}

/** Why a conclusion cannot be published on a topic, or null. The text is already as kept. */
export function conclusionRefusal(
  topic: { readonly status: PostStatus; readonly isInScope: boolean },
  text: string,
): ManagingRefusal | null {
  return settingsRefusal(topic, {}) ?? bodyFault(text);
}

/** The reason for a lock as it is kept: one line. */
export const keptLockReason = (typed: string): string => keptTitle(typed);

/** The name of a service as it is kept. */
export const keptServiceName = (typed: string): string => keptTitle(typed);

/** Why a service cannot be called so (already as kept), or null. */
export const serviceNameRefusal = (name: string): TextFault | null => fault(name, SERVICE_NAME_LENGTH);
