import { IMAGES_MAX } from './image.rules';

/** After they were last saved. */
export const FORUM_DRAFT_DAYS = 30;
/** Drafts one person keeps at a time. */
export const FORUM_DRAFTS_MAX = 100;
/** Longer than any message or title may be: whoever writes too much loses nothing while they shorten it. */
export const DRAFT_LENGTH = { title: 1_000, body: 60_000, alt: 1_000 } as const;

/** What a draft is of. Both replies to the topic itself and topics name an existing id as the place. */
export type DraftPlace =
  | { readonly of: 'topic'; readonly themeId: string }
  | { readonly of: 'reply'; readonly topicId: string; readonly parentId: string }
  | { readonly of: 'proposition'; readonly topicId: string }
  | { readonly of: 'edit'; readonly postId: string };

const ID = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';
const TOPIC = new RegExp(`^topic:${ID}$`);
const REPLY = new RegExp(`^reply:${ID}:${ID}$`);
const PROPOSITION = new RegExp(`^proposition:${ID}$`);
const EDIT = new RegExp(`^edit:${ID}$`);

/** The key of a draft as it is kept. */
export const keptDraftKey = (key: string): string => key.toLowerCase();

/**
 * What a key (as kept) names: `topic:<theme>`, `reply:<topic>:<message answered>` (the topic’s own id to answer the topic
 * itself), `proposition:<topic>`, `edit:<message>`; null for anything else.
 */
export function draftPlace(key: string): DraftPlace | null {
  const [, themeId] = TOPIC.exec(key) ?? [];
  if (themeId) return { of: 'topic', themeId };
  const [, topicId, parentId] = REPLY.exec(key) ?? [];
  if (topicId && parentId) return { of: 'reply', topicId, parentId };
  const [, proposedIn] = PROPOSITION.exec(key) ?? [];
  if (proposedIn) return { of: 'proposition', topicId: proposedIn };
  const [, postId] = EDIT.exec(key) ?? [];
  return postId ? { of: 'edit', postId } : null;
}

export const FORUM_DRAFT_REFUSALS = ['TOO_LARGE', 'TOO_MANY', 'STALE_REVISION', 'GONE'] as const;
export type ForumDraftRefusalCode = (typeof FORUM_DRAFT_REFUSALS)[number];

/** Why words, and descriptions of images, cannot be kept as a draft, or null. */
export const draftRefusal = (
  title: string | null,
  body: string,
  alts: readonly string[] = [],
): ForumDraftRefusalCode | null =>
  body.length > DRAFT_LENGTH.body ||
  (title ?? '').length > DRAFT_LENGTH.title ||
  alts.length > IMAGES_MAX ||
  alts.some((alt) => alt.length > DRAFT_LENGTH.alt)
    ? 'TOO_LARGE'
    : null;
