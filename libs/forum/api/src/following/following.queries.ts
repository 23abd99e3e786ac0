import { runPrepared } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import type { Place } from '../posts/post-order';
import { afterSql, keySql, orderSql, SORTINGS } from '../posts/post-order';

/** Keeps what somebody chose about a topic. Followed again, it is told of as if for the first time. */
export async function chooseTopic(
  database: DataSource,
  accountId: string,
  topicId: string,
  isFollowing: boolean,
): Promise<void> {
  await database.query(
    `INSERT INTO followed_topic (account_id, topic_id, is_following) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, topic_id) DO UPDATE SET is_following = excluded.is_following, told_at = NULL, told_until = NULL
     WHERE followed_topic.is_following <> excluded.is_following`,
    [accountId, topicId, isFollowing],
  );
}

export async function chooseTheme(
  database: DataSource,
  accountId: string,
  themeId: string,
  isFollowing: boolean,
): Promise<void> {
  await database.query(
    isFollowing
      ? 'INSERT INTO followed_theme (account_id, theme_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
      : 'DELETE FROM followed_theme WHERE account_id = $1 AND theme_id = $2',
    [accountId, themeId],
  );
}

/** Those of these topics that somebody follows. */
export async function followedAmong(
  database: DataSource,
  accountId: string,
  topicIds: readonly string[],
): Promise<Set<string>> {
  const text =
    'SELECT topic_id AS id FROM followed_topic WHERE account_id = $1 AND topic_id = ANY($2) AND is_following';
  const rows = await runPrepared<{ id: string }>(database, { name: 'forum-followed', text }, [
    accountId,
    topicIds,
  ]);
  return new Set(rows.map(({ id }) => id));
}

export async function followedThemesAmong(
  database: DataSource,
  accountId: string,
  themeIds: readonly string[],
): Promise<Set<string>> {
  const rows = await database.query<{ id: string }[]>(
    'SELECT theme_id AS id FROM followed_theme WHERE account_id = $1 AND theme_id = ANY($2)',
    [accountId, themeIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The topics `t` that the account `$1` follows and can read. */
const FOLLOWED = `
  FROM followed_topic f JOIN topic t ON t.id = f.topic_id
  WHERE f.account_id = $1 AND f.is_following
    AND (t.status = 'PUBLISHED' OR (t.status = 'HELD' AND t.author_id = $1))`;

export async function countFollowed(database: DataSource, accountId: string): Promise<number> {
  const [row] = await database.query<[{ count: number }]>(`SELECT count(*)::int AS count ${FOLLOWED}`, [
    accountId,
  ]);
  return row.count;
}

/** The topics somebody follows that can be read, the liveliest first; `limit` at most. */
export async function listFollowed(
  database: DataSource,
  accountId: string,
  after: Place | null,
  limit: number,
): Promise<{ id: string; key: string }[]> {
  const sorting = SORTINGS.ACTIVITY;
  return database.query<{ id: string; key: string }[]>(
    `SELECT t.id, ${keySql(sorting, 't')} AS key ${FOLLOWED}
       ${after ? `AND ${afterSql(sorting, 't', '$3', '$4')}` : ''}
     ORDER BY ${orderSql(sorting, 't')} LIMIT $2`,
    [accountId, limit, ...(after ? [after.key, after.id] : [])],
  );
}
