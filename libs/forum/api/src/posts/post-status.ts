import type { PostStatus } from '@preau/forum-domain';
import type { EntityManager } from 'typeorm';
import { countPost, type PlacedPost } from './post-counts';

/** Writes where a message stands, with the topic it opens and all that counts it. Both are locked already. */
export async function setPostStatus(
  tx: EntityManager,
  post: PlacedPost & { readonly status: PostStatus },
  next: PostStatus,
): Promise<void> {
  await tx.query('UPDATE post SET status = $2 WHERE id = $1', [post.id, next]);
  if (post.depth === 0) await tx.query('UPDATE topic SET status = $2 WHERE id = $1', [post.id, next]);
  if (next === 'PUBLISHED') await countPost(tx, post, 1);
  else if (post.status === 'PUBLISHED') await countPost(tx, post, -1);
}
