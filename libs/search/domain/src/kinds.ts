/** What can be found. Content domains write documents of these kinds; a new sort of content adds its line here. */
export const SEARCH_KINDS = [
  'topic',
  'post',
  'resource',
  'event',
  'synthesis',
  'questionnaire_section',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Those that others are part of, and called by. */
export const PARENT_KINDS = ['topic'] as const satisfies readonly SearchKind[];

export const SEARCH_ORDERS = ['relevance', 'recent'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** Matches that are counted and can be paged through; beyond, the total is "more than". */
export const TOTAL_CAP = 1_000;

/** Similar things shown to somebody who is writing. */
export const SUGGESTED = 5;
