import type { PostStatus } from './post';

/** What befalls a message: its author deletes it; moderation releases or hides it, and may put back what it hid. */
export const POST_EVENTS = ['release', 'hide', 'restore', 'delete'] as const;
export type PostEvent = (typeof POST_EVENTS)[number];

const NEXT: Readonly<Record<PostStatus, Partial<Record<PostEvent, PostStatus>>>> = {
  PUBLISHED: { hide: 'HIDDEN', delete: 'DELETED' },
  HELD: { release: 'PUBLISHED', hide: 'HIDDEN', delete: 'DELETED' },
  // Its author may still withdraw what is hidden: nothing can then be restored against their will.
  HIDDEN: { restore: 'PUBLISHED', delete: 'DELETED' },
  DELETED: {},
};

/** Where a message stands after that, or null when it cannot happen to it. */
export const nextStatus = (status: PostStatus, event: PostEvent): PostStatus | null =>
  NEXT[status][event] ?? null;

/** Whether everybody may read the words. */
export const isRead = (status: PostStatus): boolean => status === 'PUBLISHED';

/** Whether the message has its place in the thread, be it as a trace. */
export const leavesTrace = (status: PostStatus): boolean => status !== 'HELD';
