/** A counter of the forum, and what it must be: SQL that selects `id`, `stored` and `expected` of the rows $1. */
export interface Counter {
  readonly table: 'topic' | 'post' | 'contributor';
  readonly column: string;
  readonly key: 'id' | 'account_id';
  readonly rows: string;
}

const REPLIES = `SELECT count(*) FROM post p WHERE p.status = 'PUBLISHED' AND p.depth > `;

/** Those of topics and of what is written in them; $1 are topics. */
export const OF_TOPICS: readonly Counter[] = [
  {
    table: 'topic',
    column: 'post_count',
    key: 'id',
    rows: `SELECT id, post_count AS stored, (${REPLIES} 0 AND p.topic_id = topic.id)::int AS expected
      FROM topic WHERE id = ANY($1)`,
  },
  {
    table: 'topic',
    column: 'supports',
    key: 'id',
    rows: `SELECT id, supports AS stored, (SELECT count(*) FROM post_support s WHERE s.post_id = topic.id)::int AS expected
      FROM topic WHERE id = ANY($1)`,
  },
  {
    table: 'post',
    column: 'supports',
    key: 'id',
    rows: `SELECT id, supports AS stored, (SELECT count(*) FROM post_support s WHERE s.post_id = post.id)::int AS expected
      FROM post WHERE topic_id = ANY($1)`,
  },
  {
    table: 'post',
    column: 'reply_count',
    key: 'id',
    // The opening message keeps no counts: its topic does.
    rows: `SELECT id, reply_count AS stored,
        CASE WHEN depth > 0 THEN (${REPLIES} 1 AND p.parent_id = post.id)::int ELSE 0 END AS expected
      FROM post WHERE topic_id = ANY($1)`,
  },
  {
    table: 'post',
    column: 'branch_count',
    key: 'id',
    rows: `SELECT id, branch_count AS stored, (${REPLIES} 1 AND p.branch_id = post.id)::int AS expected
      FROM post WHERE topic_id = ANY($1)`,
  },
  {
    table: 'post',
    column: 'image_count',
    key: 'id',
    rows: `SELECT id, image_count AS stored, (SELECT count(*) FROM post_image i WHERE i.post_id = post.id)::int AS expected
      FROM post WHERE topic_id = ANY($1)`,
  },
];

/** What people have written altogether; $1 are accounts. */
export const OF_CONTRIBUTORS: readonly Counter[] = [
  {
    table: 'contributor',
    column: 'published',
    key: 'account_id',
    rows: `SELECT account_id AS id, published AS stored,
        (SELECT count(*) FROM post p WHERE p.author_id = account_id AND p.status = 'PUBLISHED')::int AS expected
      FROM contributor WHERE account_id = ANY($1)`,
  },
];
