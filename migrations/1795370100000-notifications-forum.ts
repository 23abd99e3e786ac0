import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told of debates: of one message, once. */
export class NotificationsForum1795370100000 implements MigrationInterface {
  readonly name = 'NotificationsForum1795370100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification DROP CONSTRAINT notification_kind_check');
    await runner.query(`
      ALTER TABLE notification ADD CONSTRAINT notification_kind_check
        CHECK (kind IN ('ACCOUNT', 'CONSULTATION', 'RESULTS', 'FORUM_REPLIES', 'FORUM_OFFICIAL', 'FORUM_FOLLOWED'))
    `);
    await runner.query(`
      CREATE UNIQUE INDEX notification_once_index ON notification (account_id, object)
        WHERE kind IN ('FORUM_REPLIES', 'FORUM_OFFICIAL', 'FORUM_FOLLOWED')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_once_index');
    await runner.query(`DELETE FROM notification_preference WHERE kind LIKE 'FORUM%'`);
    await runner.query(`DELETE FROM notification WHERE kind LIKE 'FORUM%'`);
    await runner.query('ALTER TABLE notification DROP CONSTRAINT notification_kind_check');
    await runner.query(`
      ALTER TABLE notification ADD CONSTRAINT notification_kind_check
        CHECK (kind IN ('ACCOUNT', 'CONSULTATION', 'RESULTS'))
    `);
  }
}
