import { runPrepared } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import type { Place } from '../posts/post-order';

export interface MuteStanding {
  readonly isKnown: boolean;
  readonly isMuted: boolean;
  readonly muted: number;
}

/** Where somebody stands with another, and how many people they mute. */
export async function findStanding(
  database: DataSource,
  accountId: string,
  mutedId: string,
): Promise<MuteStanding> {
  const [row] = await database.query<[MuteStanding]>(
    `SELECT EXISTS (SELECT FROM account WHERE id = $2 AND deleted_at IS NULL) AS "isKnown",
       coalesce(bool_or(muted_id = $2), false) AS "isMuted", count(*)::int AS muted
     FROM muted_person WHERE account_id = $1`,
    [accountId, mutedId],
  );
  return row;
}

export async function mute(database: DataSource, accountId: string, mutedId: string): Promise<void> {
  await database.query(
    'INSERT INTO muted_person (account_id, muted_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [accountId, mutedId],
  );
}

/** Those of these people that somebody muted. */
export async function mutedAmong(
  database: DataSource,
  accountId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const text = 'SELECT muted_id AS id FROM muted_person WHERE account_id = $1 AND muted_id = ANY($2)';
  const rows = await runPrepared<{ id: string }>(database, { name: 'forum-muted', text }, [accountId, ids]);
  return new Set(rows.map(({ id }) => id));
}

export async function countMuted(database: DataSource, accountId: string): Promise<number> {
  const [row] = await database.query<[{ count: number }]>(
    'SELECT count(*)::int AS count FROM muted_person WHERE account_id = $1',
    [accountId],
  );
  return row.count;
}

/** Whom somebody muted, the latest first; `limit` at most. */
export async function listMuted(
  database: DataSource,
  accountId: string,
  after: Place | null,
  limit: number,
): Promise<{ id: string; key: string; mutedAt: Date }[]> {
  return database.query<{ id: string; key: string; mutedAt: Date }[]>(
    `SELECT muted_id AS id, (extract(epoch FROM muted_at) * 1000000)::bigint::text AS key, muted_at AS "mutedAt"
     FROM muted_person
     WHERE account_id = $1 AND ($3::bigint IS NULL
       OR (muted_at, muted_id) < ('epoch'::timestamptz + $3 * interval '1 microsecond', $4::uuid))
     ORDER BY muted_at DESC, muted_id DESC LIMIT $2`,
    [accountId, limit, after?.key ?? null, after?.id ?? null],
  );
}
