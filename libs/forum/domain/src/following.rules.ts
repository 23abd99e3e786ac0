import type { PostStatus } from './post';

export const FOLLOW_REFUSALS = ['UNKNOWN_TOPIC', 'UNKNOWN_THEME'] as const;
export type FollowRefusalCode = (typeof FOLLOW_REFUSALS)[number];

/** Why a topic cannot be followed, or null: nothing will be added to what is hidden or deleted. Ending it is always open. */
export const followTopicRefusal = (status: PostStatus | null): FollowRefusalCode | null =>
  status === 'PUBLISHED' || status === 'HELD' ? null : 'UNKNOWN_TOPIC';

export const MUTE_REFUSALS = ['ONESELF', 'UNKNOWN_PERSON', 'TOO_MANY'] as const;
export type MuteRefusalCode = (typeof MUTE_REFUSALS)[number];

/** As many people as one may mute. */
export const MUTED_MAX = 1_000;

/** Why somebody cannot be muted, or null. Done twice, it is done once. */
export function muteRefusal(person: {
  readonly isOneself: boolean;
  readonly isKnown: boolean;
  readonly isMuted: boolean;
  /** How many people are muted already. */
  readonly muted: number;
}): MuteRefusalCode | null {
  if (person.isOneself) return 'ONESELF';
  if (!person.isKnown) return 'UNKNOWN_PERSON';
  return !person.isMuted && person.muted >= MUTED_MAX ? 'TOO_MANY' : null;
}

export const READ_REFUSALS = ['UNKNOWN_TOPIC', 'UNKNOWN_POST'] as const;
export type ReadRefusalCode = (typeof READ_REFUSALS)[number];

/** New messages are counted up to here: « 100 » is a hundred or more. */
export const UNREAD_MAX = 100;
