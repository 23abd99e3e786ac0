/** Where a message stands. Only `PUBLISHED` is read by everybody; `HIDDEN` and `DELETED` leave a trace in the thread. */
export const POST_STATUSES = ['PUBLISHED', 'HELD', 'HIDDEN', 'DELETED'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

/** What a reply says of itself: agreement, disagreement, a reservation, a question, something lived. */
export const STANCES = ['AGREE', 'DISAGREE', 'NUANCE', 'QUESTION', 'TESTIMONY'] as const;
export type Stance = (typeof STANCES)[number];

/** In which order topics, or the messages of a topic, are read. */
export const ORDERS = ['ACTIVITY', 'RECENT', 'SUPPORTS', 'OLDEST'] as const;
export type Order = (typeof ORDERS)[number];

/** Replies to a topic are of depth 1. Deeper than this a thread is read on a page of its own. */
export const SHOWN_DEPTH = 4;

/** In characters, as people count them. */
export const TITLE_LENGTH = { min: 8, max: 150 } as const;
export const BODY_LENGTH = { min: 2, max: 20_000 } as const;
export const PROPOSITION_LENGTH = { min: 10, max: 300 } as const;
