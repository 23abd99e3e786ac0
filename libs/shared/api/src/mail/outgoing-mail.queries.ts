import type { DataSource, EntityManager } from 'typeorm';
import type { MailToQueue } from './mail-queue';
import type { MailState, OutgoingMail } from './outgoing-mail.entity';

export async function insertMails(
  tx: EntityManager,
  mails: readonly (MailToQueue & { id: string })[],
): Promise<void> {
  await tx.query(
    `INSERT INTO outgoing_mail (id, kind, account_id, recipient, subject, body, unsubscribe, reply_to)
     SELECT id, kind, "accountId", "to", subject, body, unsubscribe, "replyTo"
     FROM jsonb_to_recordset($1::jsonb) AS given
       (id uuid, kind text, "accountId" uuid, "to" text, subject text, body jsonb, unsubscribe text,
        "replyTo" text)`,
    [JSON.stringify(mails)],
  );
}

/** To whom a mail went and what it said is forgotten as it leaves. */
export async function markSent(database: DataSource, id: string): Promise<void> {
  await database.query(
    `UPDATE outgoing_mail SET state = 'sent', tried_at = now(), recipient = NULL, body = NULL, unsubscribe = NULL,
       reply_to = NULL, last_error = NULL
     WHERE id = $1 AND state = 'queued'`,
    [id],
  );
}

export async function deleteSentMails(database: DataSource, days: number): Promise<void> {
  await database.query(
    `DELETE FROM outgoing_mail WHERE state = 'sent' AND tried_at < now() - make_interval(days => $1)`,
    [days],
  );
}

/** Mails in a state, latest first, from after an id. */
export async function mailsIn(
  database: DataSource,
  state: MailState,
  after: string | null,
  limit: number,
): Promise<OutgoingMail[]> {
  return database.query<OutgoingMail[]>(
    `SELECT id, kind, recipient, subject, tries, last_error AS "lastError", created_at AS "createdAt",
       tried_at AS "triedAt"
     FROM outgoing_mail WHERE state = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [state, after, limit],
  );
}

export interface MailCounts {
  readonly queued: number;
  /** Of the queued: those that have failed at least once. */
  readonly failing: number;
  readonly dead: number;
  readonly sentInDay: number;
}

export async function countMails(database: DataSource): Promise<MailCounts> {
  const [counts] = await database.query<[MailCounts]>(
    `SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued,
       count(*) FILTER (WHERE state = 'queued' AND tries > 0)::int AS failing,
       count(*) FILTER (WHERE state = 'dead')::int AS dead,
       count(*) FILTER (WHERE state = 'sent' AND tried_at > now() - interval '1 day')::int AS "sentInDay"
     FROM outgoing_mail`,
  );
  return counts;
}
