import { createHash } from 'node:crypto';
import { STANCES, type Stance } from '@preau/forum-domain';
import { inventedBody, inventedTitle, pick, seeded, type Random } from './debate-text';

/** A UUID that depends on a seed and a name only. */
export function seededId(seed: number, name: string): string {
  const hex = createHash('sha256').update(`preau forum ${seed} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface PlannedPost {
  readonly id: string;
  readonly parent_id: string | null;
  readonly branch_id: string | null;
  readonly depth: number;
  readonly author: number;
  readonly stance: Stance | null;
  /** The service it speaks for. */
  readonly service_id?: string | null;
  readonly is_proposition?: boolean;
  readonly body: string;
  readonly created_at: string;
  active_at: string;
  reply_count: number;
  branch_count: number;
  /** Numbers of those who support it. */
  readonly supporters: readonly number[];
}

export interface PlannedTopic {
  readonly id: string;
  readonly title: string;
  /** Of those of the consultation, counted from 0. */
  readonly theme: number;
  /** The opening message first; each after what it answers. */
  readonly posts: readonly PlannedPost[];
}

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** One topic of a seed, whole: its messages answer the topic or one of the last thirty, and are counted as they are written. */
export function planTopic(
  seed: number,
  index: number,
  replies: number,
  authors: number,
  themes: number,
  span: Span,
): PlannedTopic {
  const random = seeded(seed * 1_000_003 + index);
  const id = seededId(seed, `topic ${index}`);
  const dates = datesIn(random, span, replies + 1);
  const posts: PlannedPost[] = [aPost(random, id, authors, dates[0] as string, null)];
  const byId = new Map(posts.map((post) => [post.id, post]));
  for (let at = 1; at <= replies; at += 1) {
    const answersTopic = at === 1 || random() < 0.45;
    const parent = answersTopic ? posts[0] : posts[Math.max(1, at - 1 - Math.floor(random() * 30))];
    const post = aPost(
      random,
      seededId(seed, `post ${index} ${at}`),
      authors,
      dates[at] as string,
      parent ?? null,
    );
    posts.push(post);
    byId.set(post.id, post);
    if (!parent || parent.depth === 0) continue;
    parent.reply_count += 1;
    parent.active_at = post.created_at;
    const branch = byId.get(post.branch_id ?? '');
    if (!branch) continue;
    branch.branch_count += 1;
    branch.active_at = post.created_at;
  }
  return { id, title: inventedTitle(random), theme: index % themes, posts };
}

function aPost(
  random: Random,
  id: string,
  authors: number,
  date: string,
  parent: PlannedPost | null,
): PlannedPost {
  const author = Math.floor(random() ** 2 * authors);
  const depth = parent ? parent.depth + 1 : 0;
  return {
    id,
    parent_id: parent?.id ?? null,
    branch_id: depth > 1 ? (parent?.branch_id ?? parent?.id ?? null) : null,
    depth,
    author,
    stance: depth > 0 && random() < 0.4 ? pick(random, STANCES) : null,
    body: inventedBody(random),
    created_at: date,
    active_at: date,
    reply_count: 0,
    branch_count: 0,
    supporters: supportersOf(random, author, authors),
  };
}

function supportersOf(random: Random, author: number, authors: number): number[] {
  if (random() > 0.3) return [];
  const found = new Set<number>();
  for (let left = 1 + Math.floor(random() * 5); left > 0; left -= 1)
    found.add(Math.floor(random() * authors));
  found.delete(author);
  return [...found];
}

function datesIn(random: Random, { from, to }: Span, count: number): string[] {
  const begins = from.getTime() + random() * (to.getTime() - from.getTime()) * 0.9;
  return Array.from({ length: count }, () => begins + random() * (to.getTime() - begins))
    .sort((a, b) => a - b)
    .map((time, at) => new Date(time + (at === 0 ? 0 : 1)).toISOString());
}
