import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an answer to a mail goes, until it is sent. */
export class SharedReplyTo1795392100000 implements MigrationInterface {
  readonly name = 'SharedReplyTo1795392100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mail ADD COLUMN reply_to text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mail DROP COLUMN reply_to');
  }
}
