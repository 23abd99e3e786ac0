import type { DataSource, EntityManager } from 'typeorm';
import { CHOSEN_KINDS, DEFAULT_FREQUENCY, type MailPreferences } from '@preau/notifications-domain';
import { PACE, WAITING, WITH_PREFERENCE } from '../notices/notification.queries';
import { MailLimit } from './mail-limit.entity';
import { NotificationPreference } from './notification-preference.entity';

/** What somebody receives: what they chose, and the defaults for the rest. */
export async function readPreferences(
  { manager }: Pick<DataSource, 'manager'> | { manager: EntityManager },
  accountId: string,
): Promise<MailPreferences> {
  const chosen = await manager.findBy(NotificationPreference, { accountId });
  const limit = await manager.findOneBy(MailLimit, { accountId });
  const frequencies = Object.fromEntries(
    CHOSEN_KINDS.map((kind) => [
      kind,
      chosen.find((row) => row.kind === kind)?.frequency ?? DEFAULT_FREQUENCY[kind],
    ]),
  ) as MailPreferences['frequencies'];
  return { frequencies, perWeek: limit?.perWeek ?? null };
}

export async function writePreferences(
  tx: EntityManager,
  accountId: string,
  { frequencies, perWeek }: MailPreferences,
): Promise<void> {
  const rows = CHOSEN_KINDS.map((kind) => ({ accountId, kind, frequency: frequencies[kind] }));
  await tx.upsert(NotificationPreference, rows, ['accountId', 'kind']);
  if (perWeek === null) await tx.delete(MailLimit, { accountId });
  else await tx.upsert(MailLimit, { accountId, perWeek }, ['accountId']);
  await applyToWaiting(tx, accountId);
}

/** What waits goes at the new pace; what is no longer wanted waits no more: choosing again later brings nothing old. */
async function applyToWaiting(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(
    `UPDATE notification SET pace = chosen.pace, settled_at = CASE WHEN chosen.pace = 'NONE' THEN now() END
     FROM (SELECT n.id, ${PACE} AS pace FROM notification n ${WITH_PREFERENCE} WHERE n.account_id = $1 AND ${WAITING}) AS chosen
     WHERE notification.id = chosen.id AND notification.pace <> chosen.pace`,
    [accountId],
  );
}

/** The address mails go to, or null: no such account, or one that was deleted. */
export async function addressOf(database: DataSource, accountId: string): Promise<string | null> {
  const [account] = await database.query<{ email: string | null }[]>(
    'SELECT email FROM account WHERE id = $1 AND deleted_at IS NULL',
    [accountId],
  );
  return account?.email ?? null;
}
