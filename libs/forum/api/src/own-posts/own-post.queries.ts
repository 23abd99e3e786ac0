import type { ConsultationDates } from '@preau/consultation-domain';
import type { PostStatus } from '@preau/forum-domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostRevision } from './own-post.types';

export interface LockedPost extends ConsultationDates {
  readonly id: string;
  readonly topicId: string;
  readonly parentId: string | null;
  readonly branchId: string | null;
  readonly depth: number;
  readonly authorId: string;
  readonly serviceId: string | null;
  readonly status: PostStatus;
  readonly isProposition: boolean;
  readonly revisionCount: number;
  /** Of a topic; null for a reply. */
  readonly title: string | null;
  readonly body: string;
  readonly isLocked: boolean;
}

/** A message with its topic, both locked in the order of writing: whoever wrote it, the topic, the message. */
export async function lockOwnPost(tx: EntityManager, id: string): Promise<LockedPost | null> {
  await tx.query(
    'SELECT FROM contributor WHERE account_id = (SELECT author_id FROM post WHERE id = $1) FOR UPDATE',
    [id],
  );
  const [topic] = await tx.query<{ id: string }[]>(
    'SELECT t.id FROM topic t WHERE t.id = (SELECT topic_id FROM post WHERE id = $1) FOR NO KEY UPDATE OF t',
    [id],
  );
  if (!topic) return null;
  const [post] = await tx.query<LockedPost[]>(
    `SELECT p.id, p.topic_id AS "topicId", p.parent_id AS "parentId", p.branch_id AS "branchId", p.depth,
       p.author_id AS "authorId", p.service_id AS "serviceId", p.status, p.is_proposition AS "isProposition",
       p.revision_count AS "revisionCount", CASE WHEN p.depth = 0 THEN t.title END AS title, p.body,
       t.locked_at IS NOT NULL AS "isLocked", c.opens_at AS "opensAt", c.closes_at AS "closesAt",
       c.reported_at AS "reportedAt"
     FROM post p JOIN topic t ON t.id = p.topic_id JOIN consultation c ON c.id = t.consultation_id
     WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
    [id],
  );
  return post ?? null;
}

/** Keeps what a message said, and writes what it says now. */
export async function writeRevision(
  tx: EntityManager,
  post: LockedPost,
  kept: { readonly title: string | null; readonly body: string },
  hash: Buffer,
): Promise<void> {
  await tx.query(
    `INSERT INTO post_revision (post_id, revision, title, body, written_at)
     SELECT id, revision_count, $2, body, coalesce(edited_at, created_at) FROM post WHERE id = $1`,
    [post.id, post.title],
  );
  await tx.query(
    `UPDATE post SET body = $2, body_hash = $3, edited_at = now(), revision_count = revision_count + 1 WHERE id = $1`,
    [post.id, kept.body, hash],
  );
  if (post.depth === 0) await tx.query('UPDATE topic SET title = $2 WHERE id = $1', [post.id, kept.title]);
}

/** Earlier versions of a message, the latest first, those before `before`. */
export function listRevisions(
  database: DataSource,
  postId: string,
  before: number | null,
  limit: number,
): Promise<PostRevision[]> {
  return database.query<PostRevision[]>(
    `SELECT revision, title, body, written_at AS "writtenAt" FROM post_revision
     WHERE post_id = $1 AND ($2::int IS NULL OR revision < $2) ORDER BY revision DESC LIMIT $3`,
    [postId, before, limit],
  );
}
