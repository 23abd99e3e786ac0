import type { EntityManager } from 'typeorm';

export interface PlacedPost {
  readonly id: string;
  readonly topicId: string;
  readonly parentId: string | null;
  readonly branchId: string | null;
  readonly depth: number;
  readonly authorId: string;
}

/**
 * Counts a message in (1) as it comes to be published, or out (-1) as it ceases to be, everywhere it is counted. Its topic is
 * locked already, and the writing of it has counted what is published at once (`writing.queries.ts`).
 */
export async function countPost(tx: EntityManager, post: PlacedPost, by: 1 | -1): Promise<void> {
  await tx.query(
    `INSERT INTO contributor (account_id, published) VALUES ($1, greatest($2, 0))
     ON CONFLICT (account_id) DO UPDATE SET published = contributor.published + $2`,
    [post.authorId, by],
  );
  if (post.depth === 0) return;
  await tx.query('UPDATE topic SET post_count = post_count + $2 WHERE id = $1', [post.topicId, by]);
  if (post.depth === 1) return;
  await tx.query(
    `UPDATE post SET reply_count = reply_count + $3 * (id = $1)::int, branch_count = branch_count + $3 * (id = $2)::int
     WHERE id IN ($1, $2)`,
    [post.parentId, post.branchId, by],
  );
}
