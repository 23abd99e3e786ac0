import type { ConsultationDates } from '@preau/consultation-domain';
import {
  REPLY_WINDOW_MS,
  SAME_TEXT_MS,
  SLOW_SECONDS_MAX,
  TOPIC_WINDOW_MS,
  type PostStatus,
} from '@preau/forum-domain';
import { NOTE_CONNECTIONS } from '@preau/identity-api';
import { runPreparedIn, unseen } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import type { NewPost } from './new-post';

const LOCK_WRITERS = `SELECT account_id AS id, published FROM contributor WHERE account_id = ANY(${unseen('$1', 'uuid')})
   ORDER BY account_id FOR UPDATE`;

/**
 * Locks the rows of those who write, one message of each at a time, in the order of their ids: nobody waits in a circle.
 * Returns how many messages of each are published.
 */
export async function lockWriters(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  const select = () =>
    runPreparedIn<{ id: string; published: number }>(tx, { name: 'lock-writers', text: LOCK_WRITERS }, [ids]);
  let rows = await select();
  if (rows.length < ids.length) {
    await tx.query(
      'INSERT INTO contributor (account_id) SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING',
      [ids],
    );
    rows = await select();
  }
  return new Map(rows.map(({ id, published }) => [id, published]));
}

export interface LockedTopic extends ConsultationDates {
  readonly id: string;
  readonly status: PostStatus;
  readonly isLocked: boolean;
  readonly slowSeconds: number;
}

/** Locks topics that are written in, after the writers: what is written in one is committed in the order of its dates. */
export async function lockTopics(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, LockedTopic>> {
  if (ids.length === 0) return new Map();
  const text = `
     SELECT t.id, t.status, t.locked_at IS NOT NULL AS "isLocked", t.slow_seconds AS "slowSeconds",
       c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.reported_at AS "reportedAt"
     FROM topic t JOIN consultation c ON c.id = t.consultation_id
     WHERE t.id = ANY(${unseen('$1', 'uuid')}) ORDER BY t.id FOR NO KEY UPDATE OF t`;
  const rows = await runPreparedIn<LockedTopic>(tx, { name: 'lock-topics', text }, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface FoundTheme extends ConsultationDates {
  readonly id: string;
  readonly consultationId: string;
}

/** The themes that topics are begun in, with the dates of their consultations. */
export async function findThemes(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, FoundTheme>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<FoundTheme[]>(
    `SELECT th.id, c.id AS "consultationId", c.opens_at AS "opensAt", c.closes_at AS "closesAt",
       c.reported_at AS "reportedAt"
     FROM theme th JOIN consultation c ON c.id = th.consultation_id WHERE th.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a message is judged by: an earlier one of its id, the one replied to, what its author wrote lately. */
export interface Surroundings {
  readonly existing: {
    readonly authorId: string;
    readonly hash: string;
    readonly parentId: string | null;
  } | null;
  readonly parentStatus: PostStatus | null;
  readonly parentDepth: number | null;
  readonly parentBranchId: string | null;
  readonly since: Date;
  readonly isMinor: boolean;
  readonly isService: boolean;
  readonly topicsAt: readonly Date[];
  readonly repliesAt: readonly Date[];
  readonly sameTextAt: Date | null;
  readonly inTopicAt: Date | null;
}

/** More than the widest pace allows. */
const RECENT_MAX = 250;
const minus = (ms: number) => `($5::timestamptz - interval '${ms} milliseconds')`;

/** When somebody last wrote in a topic, within the longest pause that slow mode asks for. */
export async function lastInTopic(
  database: DataSource,
  accountId: string,
  topicId: string,
): Promise<Date | null> {
  const [row] = await database.query<{ at: Date | null }[]>(
    `SELECT max(created_at) AS at FROM post
     WHERE author_id = $1 AND topic_id = $2 AND created_at > now() - interval '${SLOW_SECONDS_MAX} seconds'`,
    [accountId, topicId],
  );
  return row?.at ?? null;
}

/** The surroundings of each message, in their order. */
export async function findSurroundings(
  tx: EntityManager,
  posts: readonly NewPost[],
  now: Date,
): Promise<Surroundings[]> {
  const text = `
     SELECT
       CASE WHEN existing.id IS NOT NULL THEN json_build_object('authorId', existing.author_id,
         'hash', encode(existing.body_hash, 'hex'), 'parentId', existing.parent_id) END AS existing,
       parent.status AS "parentStatus", parent.depth AS "parentDepth", parent.branch_id AS "parentBranchId",
       a.created_at AS since, a.age_band IS NOT DISTINCT FROM 'minor' AS "isMinor",
       EXISTS (SELECT FROM forum_service f WHERE f.id = asked.service_id AND f.ended_at IS NULL) AS "isService",
       ARRAY(SELECT t.created_at FROM topic t
         WHERE t.author_id = asked.author_id AND t.created_at > ${minus(TOPIC_WINDOW_MS)}
         ORDER BY t.created_at DESC LIMIT ${RECENT_MAX}) AS "topicsAt",
       coalesce(lately."repliesAt", '{}') AS "repliesAt", lately."sameTextAt", lately."inTopicAt"
     FROM unnest(${['$1', '$2', '$3', '$4'].map((at) => unseen(at, 'uuid')).join(', ')}, ${unseen('$6', 'bytea')}, ${unseen('$7', 'uuid')})
       WITH ORDINALITY AS asked (id, topic_id, parent_id, author_id, hash, service_id, at)
     JOIN account a ON a.id = asked.author_id
     LEFT JOIN post existing ON existing.id = asked.id
     LEFT JOIN post parent ON parent.id = asked.parent_id AND parent.topic_id = asked.topic_id
     CROSS JOIN LATERAL (
       SELECT (array_agg(p.created_at ORDER BY p.created_at DESC) FILTER (WHERE p.depth > 0 AND p.created_at > ${minus(REPLY_WINDOW_MS)}))[:${RECENT_MAX}] AS "repliesAt",
         max(p.created_at) FILTER (WHERE p.body_hash = asked.hash AND p.status <> 'DELETED' AND p.created_at > ${minus(SAME_TEXT_MS)}) AS "sameTextAt",
         max(p.created_at) FILTER (WHERE p.topic_id = asked.topic_id) AS "inTopicAt"
       FROM post p WHERE p.author_id = asked.author_id AND p.created_at > ${minus(TOPIC_WINDOW_MS)}
     ) AS lately
     ORDER BY asked.at`;
  return runPreparedIn<Surroundings>(tx, { name: 'around-posts', text }, [
    posts.map(({ id }) => id),
    posts.map(({ topicId }) => topicId),
    posts.map(({ parentId }) => parentId),
    posts.map(({ authorId }) => authorId),
    now,
    posts.map(({ bodyHash }) => bodyHash),
    posts.map(({ serviceId }) => serviceId),
  ]);
}

export interface PostToInsert extends Omit<NewPost, 'begins'> {
  readonly status: PostStatus;
  readonly depth: number;
  readonly branchId: string | null;
  readonly title: string | null;
  readonly themeId: string | null;
  readonly consultationId: string | null;
}

/** Writes messages that were judged, with all that counts them and the news of them, in one statement. Returns when each was written. */
export async function insertPosts(
  tx: EntityManager,
  posts: readonly PostToInsert[],
): Promise<Map<string, Date>> {
  const rows = posts.map((post) => ({
    id: post.id,
    topic_id: post.topicId,
    parent_id: post.parentId,
    branch_id: post.branchId,
    depth: post.depth,
    author_id: post.authorId,
    is_proposition: post.isProposition,
    service_id: post.serviceId,
    stance: post.stance,
    body: post.body,
    hash: post.bodyHash.toString('hex'),
    status: post.status,
    title: post.title,
    theme_id: post.themeId,
    consultation_id: post.consultationId,
    draft_key: post.draftKey,
    image_count: post.images.length,
    address: post.from.address,
    port: post.from.port,
    mail_id: post.from.mailId,
  }));
  const written = await runPreparedIn<{ id: string; at: Date }>(tx, { name: 'insert-posts', text: INSERT }, [
    JSON.stringify(rows),
  ]);
  return new Map(written.map(({ id, at }) => [id, at]));
}

/**
 * The clock is read once the topics are locked, so that dates follow commits. Messages of depth 1 hang under the opening
 * one, which keeps no counts: the topic does. Whoever writes follows, unless they chose no longer to.
 */
const INSERT = `
  WITH sent AS MATERIALIZED (
    SELECT rows.*, clock_timestamp() AS at
    FROM json_to_recordset($1) AS rows (
      id uuid, topic_id uuid, parent_id uuid, branch_id uuid, depth smallint, author_id uuid, service_id uuid, is_proposition boolean,
      stance text, body text, hash text, status text, title text, theme_id uuid, consultation_id uuid, draft_key text, image_count smallint,
      address inet, port integer, mail_id text)
  ), begun AS (
    INSERT INTO topic (id, consultation_id, theme_id, author_id, title, status, created_at, active_at)
    SELECT id, consultation_id, theme_id, author_id, title, status, at, at FROM sent WHERE depth = 0
  ), written AS (
    INSERT INTO post (id, topic_id, parent_id, branch_id, depth, author_id, service_id, is_proposition, stance, body, body_hash,
      status, created_at, active_at, image_count)
    SELECT id, topic_id, parent_id, branch_id, depth, author_id, service_id, is_proposition, stance, body, decode(hash, 'hex'),
      status, at, at, image_count FROM sent
  ), followed AS (
    INSERT INTO followed_topic (account_id, topic_id) SELECT DISTINCT author_id, topic_id FROM sent ON CONFLICT DO NOTHING
  ), noted AS (
    ${NOTE_CONNECTIONS} SELECT CASE depth WHEN 0 THEN 'TOPIC' ELSE 'REPLY' END, id, author_id, address, port, mail_id, at FROM sent
  ), drafted AS (
    DELETE FROM forum_draft USING sent WHERE forum_draft.account_id = sent.author_id AND forum_draft.key = sent.draft_key
  ), published AS (
    SELECT * FROM sent WHERE status = 'PUBLISHED'
  ), counted AS (
    UPDATE topic SET post_count = post_count + new.replies, active_at = greatest(active_at, new.at)
    FROM (SELECT topic_id, count(*) AS replies, max(at) AS at FROM published WHERE depth > 0 GROUP BY topic_id) new
    WHERE topic.id = new.topic_id
  ), counted_above AS (
    UPDATE post SET reply_count = reply_count + new.replies, branch_count = branch_count + new.under,
      active_at = greatest(active_at, new.at)
    FROM (
      SELECT id, sum(replies) AS replies, sum(under) AS under, max(at) AS at
      FROM (
        SELECT parent_id AS id, 1 AS replies, 0 AS under, at FROM published WHERE depth > 1
        UNION ALL
        SELECT branch_id, 0, 1, at FROM published WHERE depth > 1
      ) above GROUP BY id
    ) new
    WHERE post.id = new.id
  ), counted_of_author AS (
    UPDATE contributor SET published = published + new.posts
    FROM (SELECT author_id, count(*) AS posts FROM published GROUP BY author_id) new
    WHERE contributor.account_id = new.author_id
  ), fresh AS (
    INSERT INTO fresh_post (post_id, at) SELECT id, at FROM published
  )
  SELECT id, at FROM sent`;
