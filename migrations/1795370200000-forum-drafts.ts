import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages people have not sent yet. */
export class ForumDrafts1795370200000 implements MigrationInterface {
  readonly name = 'ForumDrafts1795370200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE forum_draft (
        account_id uuid NOT NULL,
        key text NOT NULL,
        title text,
        body text NOT NULL,
        stance text,
        revision integer NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT forum_draft_stance_check CHECK (stance IN ('AGREE', 'DISAGREE', 'NUANCE', 'QUESTION', 'TESTIMONY')),
        CONSTRAINT forum_draft_pk PRIMARY KEY (account_id, key),
        CONSTRAINT forum_draft_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      )
    `);
    await runner.query('CREATE INDEX forum_draft_saved_at_index ON forum_draft (saved_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE forum_draft');
  }
}
