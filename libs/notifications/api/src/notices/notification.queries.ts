import type { DataSource, EntityManager } from 'typeorm';
import { DEFAULT_FREQUENCY, KIND_OF, type NotificationEvent } from '@preau/notifications-domain';
import type { NotificationRow } from './notification.entity';

/** The pace at which an account is mailed the kind of a notification `n`, whose preference (if any) is joined as `p`. */
export const PACE = `CASE WHEN n.kind = 'ACCOUNT' THEN 'SERVICE' ELSE coalesce(p.frequency,
  CASE n.kind ${Object.entries(DEFAULT_FREQUENCY)
    .map(([kind, frequency]) => `WHEN '${kind}' THEN '${frequency}'`)
    .join(' ')} END) END`;
export const WITH_PREFERENCE =
  'LEFT JOIN notification_preference p ON p.account_id = n.account_id AND p.kind = n.kind';
/** No mail is to come: none is wanted, or there is no address to send it to. */
const SETTLED_AT = `CASE WHEN account.email IS NULL OR ${PACE} = 'NONE' THEN now() END`;
export const WAITING = 'n.settled_at IS NULL AND n.read_at IS NULL';

/**
 * Tells accounts something, one statement however many they are. `accounts` is SQL that selects an `account_id`, with
 * `values` from $4 on. What nobody wants mailed, or has no address for, is settled at once; whoever deleted their account is told nothing.
 */
export async function insertNotifications(
  tx: EntityManager,
  { event, object }: { event: NotificationEvent; object: string },
  accounts: string,
  values: readonly unknown[],
): Promise<void> {
  await tx.query(
    `INSERT INTO notification (account_id, kind, event, object, pace, settled_at)
     SELECT n.account_id, n.kind, $2, $3, ${PACE}, ${SETTLED_AT}
     FROM (SELECT account_id, $1::text AS kind FROM (${accounts}) AS told) AS n
     JOIN account ON account.id = n.account_id AND account.deleted_at IS NULL
     ${WITH_PREFERENCE}`,
    [KIND_OF[event], event, object, ...values],
  );
}

const KIND = `CASE told.event ${Object.entries(KIND_OF)
  .map(([event, kind]) => `WHEN '${event}' THEN '${kind}'`)
  .join(' ')} END`;

/**
 * Tells accounts various things: `told` is SQL that selects `account_id`, `event` and `object`, with `values` from $1 on. Of one
 * message of a debate an account is told once (`notification_once_index`). Returns those who were told.
 */
export async function insertEach(
  tx: EntityManager,
  told: string,
  values: readonly unknown[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO notification (account_id, kind, event, object, pace, settled_at)
     SELECT n.account_id, n.kind, n.event, n.object, ${PACE}, ${SETTLED_AT}
     FROM (SELECT told.*, ${KIND} AS kind FROM (${told}) AS told) AS n
     JOIN account ON account.id = n.account_id AND account.deleted_at IS NULL
     ${WITH_PREFERENCE}
     ON CONFLICT DO NOTHING RETURNING account_id AS id`,
    [...values],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function listNotifications(
  database: DataSource,
  accountId: string,
  { unreadOnly, after, limit }: { unreadOnly: boolean; after: string | null; limit: number },
): Promise<NotificationRow[]> {
  return database.query<NotificationRow[]>(
    `SELECT id, account_id AS "accountId", kind, event, object, created_at AS "createdAt", read_at AS "readAt"
     FROM notification WHERE account_id = $1 AND ($2::uuid IS NULL OR id < $2) AND (NOT $3 OR read_at IS NULL)
     ORDER BY id DESC LIMIT $4`,
    [accountId, after, unreadOnly, limit],
  );
}

/** How many each account has not read, in one statement. */
export async function countUnread(
  database: DataSource,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; unread: number }[]>(
    `SELECT account_id AS id, count(*)::int AS unread FROM notification
     WHERE account_id = ANY($1) AND read_at IS NULL GROUP BY 1`,
    [accountIds],
  );
  const counted = new Map(rows.map(({ id, unread }) => [id, unread]));
  return new Map(accountIds.map((id) => [id, counted.get(id) ?? 0]));
}

/** Marks as read, up to one of them (what came since was not seen); returns whether anything changed. */
export async function markReadUpTo(tx: EntityManager, accountId: string, until: string): Promise<boolean> {
  const [rows] = await tx.query<[unknown[], number]>(
    `UPDATE notification SET read_at = now() WHERE account_id = $1 AND id <= $2 AND read_at IS NULL RETURNING id`,
    [accountId, until],
  );
  return rows.length > 0;
}

export async function deleteOldNotifications(database: DataSource, days: number): Promise<void> {
  await database.query('DELETE FROM notification WHERE created_at < now() - make_interval(days => $1)', [
    days,
  ]);
  await database.query('DELETE FROM notification_mail WHERE created_at < now() - make_interval(days => $1)', [
    days,
  ]);
}
