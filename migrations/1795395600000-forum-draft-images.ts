import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a draft shows, as its message would: at most four, each with what is written of it so far. */
export class ForumDraftImages1795395600000 implements MigrationInterface {
  readonly name = 'ForumDraftImages1795395600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE forum_draft ADD images jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE forum_draft DROP COLUMN images');
  }
}
