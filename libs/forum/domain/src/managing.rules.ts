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
] as const;
export type ManagingRefusal = (typeof MANAGING_REFUSALS)[number];

/** The longest pause that slow mode can ask for, in seconds: a day. */
export const SLOW_SECONDS_MAX = 86_400;
export const SERVICE_NAME_LENGTH = { min: 3, max: 120 } as const;

/** What a topic's keeper changes; what is left out stays. */
export interface TopicSettings {
  readonly isPinned?: boolean;
  readonly isLocked?: boolean;
  readonly slowSeconds?: number;
}

/** Why these settings cannot be a topic's, or null. */
export function settingsRefusal(
  topic: { readonly status: PostStatus; readonly isInScope: boolean },
  { slowSeconds = 0 }: TopicSettings,
): ManagingRefusal | null {
  if (topic.status !== 'PUBLISHED') return 'UNKNOWN_TOPIC';
  if (!topic.isInScope) return 'OUT_OF_SCOPE';
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

/** The name of a service as it is kept. */
export const keptServiceName = (typed: string): string => keptTitle(typed);

/** Why a service cannot be called so (already as kept), or null. */
export const serviceNameRefusal = (name: string): TextFault | null => fault(name, SERVICE_NAME_LENGTH);
