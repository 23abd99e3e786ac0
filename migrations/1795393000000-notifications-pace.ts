import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pace at which each notification is mailed, so that a round finds what waits at its own pace and walks past nothing else. */
export class NotificationsPace1795393000000 implements MigrationInterface {
  readonly name = 'NotificationsPace1795393000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification ADD COLUMN pace text NOT NULL DEFAULT 'NONE'`);
    await runner.query(`
      UPDATE notification n SET pace = CASE WHEN n.kind = 'ACCOUNT' THEN 'SERVICE'
        ELSE coalesce(p.frequency, CASE WHEN n.kind IN ('CONSULTATION', 'FORUM_FOLLOWED') THEN 'DAILY' ELSE 'IMMEDIATE' END) END
      FROM notification other
        LEFT JOIN notification_preference p ON p.account_id = other.account_id AND p.kind = other.kind
      WHERE other.id = n.id AND n.settled_at IS NULL AND n.read_at IS NULL
    `);
    await runner.query(`
      UPDATE notification SET settled_at = now() FROM account
      WHERE account.id = account_id AND account.email IS NULL AND settled_at IS NULL AND read_at IS NULL
    `);
    await runner.query('ALTER TABLE notification ALTER COLUMN pace DROP DEFAULT');
    await runner.query(`
      ALTER TABLE notification ADD CONSTRAINT notification_pace_check
        CHECK (pace IN ('SERVICE', 'IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE'))
    `);
    await runner.query('DROP INDEX notification_waiting_index');
    await runner.query(`
      CREATE INDEX notification_waiting_index ON notification (pace, account_id)
      WHERE settled_at IS NULL AND read_at IS NULL
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_waiting_index');
    await runner.query('ALTER TABLE notification DROP COLUMN pace');
    await runner.query(`
      CREATE INDEX notification_waiting_index ON notification (account_id)
      WHERE settled_at IS NULL AND read_at IS NULL
    `);
  }
}
