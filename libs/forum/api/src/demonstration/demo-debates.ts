import type { Stance } from '@preau/forum-domain';
import { seededId, type PlannedPost } from '../generator/debate-plan';

interface DemoMessage {
  /** Key of a person. */
  readonly by: string;
  readonly body: string;
  readonly supporters?: readonly string[];
}

export interface DemoReply extends DemoMessage {
  readonly stance?: Stance;
  readonly isProposition?: boolean;
  /** Name of the service it speaks for. */
  readonly service?: string;
  readonly replies?: readonly DemoReply[];
}

export interface DemoTopic extends DemoMessage {
  /** Slug. */
  readonly theme: string;
  readonly title: string;
  /** When it begins: 0 as the consultation opens, 1 now. */
  readonly at: number;
  readonly isPinned?: boolean;
  readonly conclusion?: string;
  readonly conclusionBy?: string;
  readonly replies: readonly DemoReply[];
}

/** Debates as `migrations/data/demo/debates-*.json` holds them. */
export interface DemoDebates {
  /** Slug. */
  readonly consultation: string;
  readonly services: readonly string[];
  /** Made up for it, or an account of the demonstration by its address. */
  readonly people: readonly {
    readonly key: string;
    readonly name?: string;
    readonly role?: string;
    readonly isVerified?: boolean;
    readonly email?: string;
  }[];
  readonly topics: readonly DemoTopic[];
}

const SEED = 2015;
/** The share of the consultation that a topic is talked about. */
const SPAN = 0.2;

export const demoId = (name: string): string => seededId(SEED, name);
export const demoTopicId = ({ title }: DemoTopic): string => demoId(`topic ${title}`);

/**
 * The messages of a topic as they are written: each after what it answers, evenly over its days, with their counts.
 * `authorOf` and `serviceOf` turn keys and names into numbers and ids.
 */
export function postsOf(
  topic: DemoTopic,
  { from, to }: { readonly from: Date; readonly to: Date },
  authorOf: (key: string) => number,
  serviceOf: (name: string) => string | null,
): PlannedPost[] {
  const posts: PlannedPost[] = [];
  const id = demoTopicId(topic);
  const total = count(topic.replies) + 1;
  const write = (message: DemoReply, under: PlannedPost | null): PlannedPost => {
    const share = topic.at + (Math.min(SPAN, 0.98 - topic.at) * posts.length) / total;
    const at = new Date(from.getTime() + share * (to.getTime() - from.getTime())).toISOString();
    const post: PlannedPost = {
      id: under ? demoId(`${id} ${posts.length}`) : id,
      parent_id: under?.id ?? null,
      branch_id: under && under.depth > 0 ? (under.branch_id ?? under.id) : null,
      depth: under ? under.depth + 1 : 0,
      author: authorOf(message.by),
      stance: message.stance ?? null,
      service_id: message.service ? serviceOf(message.service) : null,
      is_proposition: message.isProposition === true,
      body: message.body,
      created_at: at,
      active_at: at,
      reply_count: 0,
      branch_count: 0,
      supporters: (message.supporters ?? []).map(authorOf),
    };
    posts.push(post);
    if (under && under.depth > 0) under.reply_count += 1;
    const branch = posts.find((one) => one.id === post.branch_id);
    if (branch) {
      branch.branch_count += 1;
      branch.active_at = at;
    }
    for (const reply of message.replies ?? []) write(reply, post);
    return post;
  };
  write(topic, null);
  return posts;
}

const count = (replies: readonly DemoReply[]): number =>
  replies.reduce((sum, { replies: under = [] }) => sum + 1 + count(under), 0);
