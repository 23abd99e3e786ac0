import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountEndings, PersonalDataSources, type DataRow } from '@preau/identity-api';

const PAGE = 500;
/** Everything here is told to one person: with their account, all of it goes. */
const TABLES = [
  'followed_consultation',
  'mail_limit',
  'notification',
  'notification_mail',
  'notification_preference',
] as const;

/** What this domain keeps of somebody: in the file they download, and gone with their account. */
@Injectable()
export class NotificationsOfPerson implements OnModuleInit {
  constructor(
    private readonly sources: PersonalDataSources,
    private readonly endings: AccountEndings,
  ) {}

  onModuleInit() {
    this.sources.add(
      {
        name: 'notifications',
        about: 'ce dont le site vous a informé ou informée.',
        columns: ['date', 'sorte', 'événement', 'objet', 'lue le'],
        rows: notifications,
      },
      {
        name: 'preferences',
        about: 'les courriels que vous avez choisi de recevoir et les concertations que vous suivez.',
        columns: ['sujet', 'choix'],
        rows: preferences,
      },
    );
    this.endings.add({
      async atEnd(tx, accountId) {
        for (const table of TABLES) await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
      },
    });
  }
}

async function* notifications(tx: EntityManager, accountId: string): AsyncGenerator<DataRow> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id, created_at AS date, kind AS sorte, event AS "événement", object AS objet, read_at AS "lue le"
       FROM notification WHERE account_id = $1 AND id > $2 ORDER BY id LIMIT ${PAGE}`,
      [accountId, after],
    );
    yield* rows as unknown as DataRow[];
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

async function* preferences(tx: EntityManager, accountId: string): AsyncGenerator<DataRow> {
  yield* await tx.query<DataRow[]>(
    `SELECT kind AS sujet, frequency AS choix FROM notification_preference WHERE account_id = $1
     UNION ALL SELECT 'courriels par semaine, au plus', per_week::text FROM mail_limit WHERE account_id = $1
     UNION ALL SELECT 'concertation suivie', c.title FROM followed_consultation f
       JOIN consultation c ON c.id = f.consultation_id WHERE f.account_id = $1
     ORDER BY 1, 2`,
    [accountId],
  );
}
