import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that were published and that nobody has been told of yet. */
export class ForumFreshPosts1795390200000 implements MigrationInterface {
  readonly name = 'ForumFreshPosts1795390200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fresh_post (
        post_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fresh_post_pk PRIMARY KEY (post_id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fresh_post');
  }
}
