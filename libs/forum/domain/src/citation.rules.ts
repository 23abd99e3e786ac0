import type { PostStatus } from './post';

export const CITATION_REFUSALS = ['CITED_ELSEWHERE', 'CITED_UNKNOWN', 'TOO_MANY_CITED'] as const;
export type CitationRefusal = (typeof CITATION_REFUSALS)[number];

/** Messages that one conclusion cites, at most: each is shown below it. */
export const CITATIONS_MAX = 100;

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The address of a message as « Copier le lien » gives it, with the site or without. */
const ADDRESS = new RegExp(
  String.raw`(?:https?://[^\s/()<>[\]]+)?/concertations/[\w-]+/debats/(${ID})/messages/(${ID})`,
  'gi',
);

/** A message that a text cites by its address. */
export interface Cited {
  readonly topicId: string;
  readonly postId: string;
}

/** The messages a text cites, each once, in the order in which they are first named: their place is their number, from 1. */
export function citedIn(markdown: string): readonly Cited[] {
  const cited = new Map<string, Cited>();
  for (const [, topic = '', post = ''] of markdown.matchAll(ADDRESS)) {
    const postId = post.toLowerCase();
    if (!cited.has(postId)) cited.set(postId, { topicId: topic.toLowerCase(), postId });
  }
  return [...cited.values()];
}

/**
 * The text with each address of a message that it cites as a link to its note, `[1](/page#citation-1)` where `notes` is
 * `/page#citation`; what a link is called stays before it.
 */
export function withNumbers(markdown: string, notes: string): string {
  const numbers = new Map(citedIn(markdown).map(({ postId }, index) => [postId, index + 1]));
  const noteOf = (post: string) => {
    const number = numbers.get(post.toLowerCase()) ?? 0;
    return `[\\[${number}\\]](${notes}-${number})`;
  };
  const named = new RegExp(
    String.raw`\[((?:[^[\]\\]|\\.)*)\]\(<?${ADDRESS.source}>?\)|<?${ADDRESS.source}>?`,
    'gi',
  );
  return markdown.replace(
    named,
    (
      _whole: string,
      label: string | undefined,
      _topic: string,
      post: string,
      _alone: string,
      bare: string,
    ) => (label === undefined ? noteOf(bare) : `${label} ${noteOf(post)}`),
  );
}

/** What there is under an id that a text cites. */
export interface FoundCited {
  readonly topicId: string;
  readonly status: PostStatus;
}

/**
 * Why a text cannot cite a message, or null. One that the topic's conclusion cites already may have been hidden since: its note is
 * then a trace, and the rest can still be put right.
 */
export function citationRefusal(
  cited: Cited,
  topicId: string,
  found: FoundCited | null,
  isAlready: boolean,
): CitationRefusal | null {
  if (cited.topicId !== topicId || (found && found.topicId !== topicId)) return 'CITED_ELSEWHERE';
  return found && (found.status === 'PUBLISHED' || (isAlready && found.status !== 'HELD'))
    ? null
    : 'CITED_UNKNOWN';
}
