import type { EntityManager } from 'typeorm';
import type { MailStream } from '@preau/notifications-domain';
import { WAITING } from '../notices/notification.queries';
import type { News } from './compose-mail';

export interface Waiting {
  readonly accountId: string;
  /** Null: nobody to write to (no address, suspended, deleted). */
  readonly email: string | null;
  readonly perWeek: number | null;
  /** Mails of the last seven days, service mails apart. */
  readonly sent: number;
  /** What waits at the pace of this round; null when nothing does. */
  readonly news: readonly News[] | null;
}

/** Beyond these the rest goes with the next mail. */
const NEWS_AT_ONCE = 200;

/** One round of a pace at a time: a second one waits for the first to commit, then sees what it settled. */
export async function lockStream(tx: EntityManager, stream: MailStream): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mail round ${stream}`]);
}

/** The next people for whom something waits at this pace, after an account. */
export async function peopleWaiting(
  tx: EntityManager,
  stream: MailStream,
  after: string | null,
  limit: number,
): Promise<Waiting[]> {
  return tx.query<Waiting[]>(
    `WITH people AS (
       SELECT DISTINCT n.account_id FROM notification n
       WHERE ${WAITING} AND n.pace = $1 AND ($2::uuid IS NULL OR n.account_id > $2) ORDER BY 1 LIMIT $3)
     SELECT people.account_id AS "accountId", l.per_week AS "perWeek",
       CASE WHEN a.deleted_at IS NULL AND (a.suspended_at IS NULL OR $1 = 'SERVICE') THEN a.email END AS email,
       (SELECT count(*)::int FROM notification_mail m
        WHERE m.account_id = people.account_id AND m.created_at > now() - interval '7 days'
          AND m.period NOT LIKE 'service:%') AS sent,
       (SELECT json_agg(json_build_object('id', id, 'event', event, 'object', object) ORDER BY id) FROM (
          SELECT n.id, n.event, n.object FROM notification n
          WHERE n.account_id = people.account_id AND ${WAITING} AND n.pace = $1
          ORDER BY n.id LIMIT ${String(NEWS_AT_ONCE)}) AS waiting) AS news
     FROM people JOIN account a ON a.id = people.account_id LEFT JOIN mail_limit l ON l.account_id = a.id
     ORDER BY 1`,
    [stream, after, limit],
  );
}

export async function countPeopleWaiting(tx: EntityManager, stream: MailStream): Promise<number> {
  const [{ people }] = await tx.query<[{ people: number }]>(
    `SELECT count(DISTINCT n.account_id)::int AS people FROM notification n WHERE ${WAITING} AND n.pace = $1`,
    [stream],
  );
  return people;
}

export interface Mailed {
  readonly accountId: string;
  readonly period: string;
  readonly mailId: string;
}

/** Writes down who is mailed for which period. Returns those who had not been: the others have that mail already. */
export async function insertPeriods(tx: EntityManager, mailed: readonly Mailed[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO notification_mail (account_id, period, mail_id)
     SELECT "accountId", period, "mailId"
     FROM jsonb_to_recordset($1::jsonb) AS given ("accountId" uuid, period text, "mailId" uuid)
     ON CONFLICT DO NOTHING RETURNING account_id AS id`,
    [JSON.stringify(mailed)],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function settle(tx: EntityManager, notificationIds: readonly string[]): Promise<void> {
  await tx.query('UPDATE notification SET settled_at = now() WHERE id = ANY($1)', [notificationIds]);
}
