import { runPrepared } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { afterSql, keySql, orderSql, SORTINGS, type Place } from '../posts/post-order';
import {
  CONTEXT_COLUMNS,
  CONTEXT_JOINS,
  POST_COLUMNS,
  type FoundPost,
  type TopicContext,
} from '../posts/post.queries';

const WRITTEN = SORTINGS.OLDEST;

/** The place of the latest message of each topic, its opening one included. */
export async function latestPlaces(
  database: DataSource,
  topicIds: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await database.query<(Place & { topicId: string })[]>(
    `SELECT asked.id AS "topicId", p.id, ${keySql(WRITTEN, 'p')} AS key
     FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
       SELECT * FROM post WHERE topic_id = asked.id ORDER BY created_at DESC, id DESC LIMIT 1
     ) p`,
    [topicIds],
  );
  return new Map(rows.map(({ topicId, key, id }) => [topicId, { key, id }]));
}

export interface NewPostsAsked {
  readonly topicId: string;
  readonly after: Place;
}

/** Messages of several topics published after a place of each, as a visitor sees them: the latest, in their order. */
export function findNewPosts(
  database: DataSource,
  asked: readonly NewPostsAsked[],
  limit: number,
): Promise<(FoundPost & TopicContext)[]> {
  const text = `
    SELECT ${keySql(WRITTEN, 'p')} AS key, ${POST_COLUMNS}, ${CONTEXT_COLUMNS}
    FROM unnest($2::uuid[], $3::bigint[], $4::uuid[]) AS asked (topic_id, after_key, after_id)
    CROSS JOIN LATERAL (
      SELECT * FROM post p
      WHERE p.topic_id = asked.topic_id AND p.depth > 0 AND p.status = 'PUBLISHED'
        AND ${afterSql(WRITTEN, 'p', 'asked.after_key', 'asked.after_id')}
      ORDER BY created_at DESC, id DESC LIMIT $5
    ) p ${CONTEXT_JOINS}
    ORDER BY ${orderSql(WRITTEN, 'p')}`;
  return runPrepared(database, { name: 'forum-new-posts', text }, [
    null,
    asked.map(({ topicId }) => topicId),
    asked.map(({ after }) => after.key),
    asked.map(({ after }) => after.id),
    limit,
  ]);
}
