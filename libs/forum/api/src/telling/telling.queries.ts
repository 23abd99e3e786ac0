import type { EntityManager } from 'typeorm';

/** Somebody, and the message they are told of. */
export interface Told {
  readonly accountId: string;
  readonly postId: string;
}

/** The words of these messages, where they mention anybody; those that cannot be read are left out. */
export function findMentioning(
  tx: EntityManager,
  postIds: readonly string[],
): Promise<{ id: string; body: string }[]> {
  return tx.query<{ id: string; body: string }[]>(
    `SELECT id, body FROM post WHERE id = ANY($1) AND status = 'PUBLISHED' AND body LIKE '%compte:%'`,
    [postIds],
  );
}

const PUBLISHED = `
  SELECT p.id, p.topic_id, p.author_id, p.depth, p.created_at, p.service_id IS NOT NULL AND p.depth > 0 AS is_official,
    t.theme_id, t.author_id AS topic_author_id, parent.author_id AS parent_author_id
  FROM post p JOIN topic t ON t.id = p.topic_id LEFT JOIN post parent ON parent.id = p.parent_id
  WHERE p.id = ANY($1) AND p.status = 'PUBLISHED' AND t.status = 'PUBLISHED'`;

/** Whether `account` no longer wants to read `author`. */
const mutes = (account: string, author: string) =>
  `EXISTS (SELECT FROM muted_person m WHERE m.account_id = ${account} AND m.muted_id = ${author})`;

/**
 * The followers who have not been told of a topic since they last came to it, or not for a day, each with the first of
 * these messages that is new to them; and remembers that they are told. Rows are locked in one order: jobs side by side wait.
 */
export async function followersToTell(tx: EntityManager, postIds: readonly string[]): Promise<Told[]> {
  const [rows] = await tx.query<[Told[], number]>(
    `WITH new AS MATERIALIZED (${PUBLISHED} AND p.depth > 0),
     reached AS (
       SELECT f.account_id, f.topic_id, first.id, first.created_at
       FROM followed_topic f
       LEFT JOIN topic_read r ON r.account_id = f.account_id AND r.topic_id = f.topic_id
       CROSS JOIN LATERAL (
         SELECT new.id, new.created_at FROM new
         WHERE new.topic_id = f.topic_id AND new.author_id <> f.account_id
           AND new.created_at > coalesce(r.read_until, '-infinity') AND NOT ${mutes('f.account_id', 'new.author_id')}
         ORDER BY new.created_at LIMIT 1
       ) first
       WHERE f.topic_id IN (SELECT topic_id FROM new) AND f.is_following
         AND (f.told_at IS NULL OR f.told_at < now() - interval '20 hours' OR r.read_until >= f.told_until)
       ORDER BY f.account_id, f.topic_id FOR NO KEY UPDATE OF f
     )
     UPDATE followed_topic SET told_at = now(), told_until = reached.created_at FROM reached
     WHERE followed_topic.account_id = reached.account_id AND followed_topic.topic_id = reached.topic_id
     RETURNING reached.account_id AS "accountId", reached.id AS "postId"`,
    [postIds],
  );
  return rows;
}

/**
 * Who is told of messages ($1), and of which event: those mentioned ($2 messages, $3 accounts), followers ($4 messages,
 * $5 accounts), and those the messages themselves name. Of one message somebody is told once, of what concerns them most.
 */
export const AUDIENCE = `
  WITH posts AS MATERIALIZED (${PUBLISHED}),
  audience (account_id, post_id, event, rank) AS (
    SELECT topic_author_id, id, 'FORUM_OFFICIAL_REPLY', 1 FROM posts WHERE is_official
    UNION ALL
    SELECT f.account_id, posts.id, 'FORUM_OFFICIAL_REPLY', 1
    FROM posts JOIN followed_topic f ON f.topic_id = posts.topic_id AND f.is_following WHERE is_official
    UNION ALL
    SELECT parent_author_id, id, 'FORUM_REPLY', 2 FROM posts
    WHERE depth > 1 OR (depth = 1 AND NOT EXISTS (
      SELECT FROM followed_topic f
      WHERE f.account_id = parent_author_id AND f.topic_id = posts.topic_id AND NOT f.is_following))
    UNION ALL
    SELECT m.account_id, m.post_id, 'FORUM_MENTION', 3 FROM unnest($2::uuid[], $3::uuid[]) AS m (post_id, account_id)
    UNION ALL
    SELECT f.account_id, posts.id, 'FORUM_NEW_TOPIC', 4
    FROM posts JOIN followed_theme f ON f.theme_id = posts.theme_id WHERE depth = 0
    UNION ALL
    SELECT f.account_id, f.post_id, 'FORUM_NEW_MESSAGE', 5 FROM unnest($4::uuid[], $5::uuid[]) AS f (post_id, account_id)
  )
  SELECT DISTINCT ON (a.account_id, a.post_id) a.account_id, a.event, 'post:' || a.post_id AS object
  FROM audience a JOIN posts ON posts.id = a.post_id
  WHERE a.account_id <> posts.author_id AND NOT ${mutes('a.account_id', 'posts.author_id')}
    AND NOT (a.event = 'FORUM_MENTION' AND ${mutes('posts.author_id', 'a.account_id')})
  ORDER BY a.account_id, a.post_id, a.rank`;
