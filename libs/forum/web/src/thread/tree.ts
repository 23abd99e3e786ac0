import { SHOWN_DEPTH } from '@preau/forum-domain';
import type { ShownPost } from '../message/post-fields';

/** A message with the replies that are loaded. */
export interface Branch {
  readonly post: ShownPost;
  readonly replies: readonly Branch[];
  /** The message it answers, said where the indentation no longer does. */
  readonly answers: ShownPost | null;
}

/** The tree that hangs under a message. Messages may come twice and in any order; those whose parent is not there are left out. */
export function treeUnder(root: ShownPost, posts: readonly ShownPost[]): Branch {
  const byId = new Map(posts.map((post) => [post.id, post]));
  byId.delete(root.id);
  const byParent = new Map<string | null, ShownPost[]>();
  for (const post of byId.values()) {
    const siblings = byParent.get(post.parentId ?? null);
    if (siblings) siblings.push(post);
    else byParent.set(post.parentId ?? null, [post]);
  }
  const branchOf = (post: ShownPost, answers: ShownPost | null): Branch => ({
    post,
    answers,
    replies: (byParent.get(post.id) ?? []).toSorted(byDate).map((reply) => branchOf(reply, post)),
  });
  return branchOf(root, null);
}

/** By date, then by id: as the server orders them. */
export const byDate = (a: ShownPost, b: ShownPost): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;

/** At the deepest level shown, what hangs under a message follows it at the same level, each after what it answers. */
export function shownAt(level: number, replies: readonly Branch[]): readonly Branch[] {
  if (level < SHOWN_DEPTH) return replies;
  return replies.flatMap((branch) => [branch, ...shownAt(level, branch.replies)]);
}
