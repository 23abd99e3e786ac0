import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows what, whom they mute, how far they have read. */
export class ForumFollowing1795370000000 implements MigrationInterface {
  readonly name = 'ForumFollowing1795370000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE followed_topic (
        account_id uuid NOT NULL,
        topic_id uuid NOT NULL,
        is_following boolean NOT NULL DEFAULT true,
        told_at timestamptz,
        told_until timestamptz,
        CONSTRAINT followed_topic_pk PRIMARY KEY (account_id, topic_id),
        CONSTRAINT followed_topic_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT followed_topic_topic_id_fk FOREIGN KEY (topic_id) REFERENCES topic(id) ON DELETE CASCADE
      ) WITH (fillfactor = 85)
    `);
    await runner.query('CREATE INDEX followed_topic_topic_id_index ON followed_topic (topic_id)');
    await runner.query(`
      CREATE TABLE followed_theme (
        account_id uuid NOT NULL,
        theme_id uuid NOT NULL,
        CONSTRAINT followed_theme_pk PRIMARY KEY (account_id, theme_id),
        CONSTRAINT followed_theme_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT followed_theme_theme_id_fk FOREIGN KEY (theme_id) REFERENCES theme(id) ON DELETE CASCADE
      )
    `);
    await runner.query('CREATE INDEX followed_theme_theme_id_index ON followed_theme (theme_id)');
    await runner.query(`
      CREATE TABLE muted_person (
        account_id uuid NOT NULL,
        muted_id uuid NOT NULL,
        muted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT muted_person_pk PRIMARY KEY (account_id, muted_id),
        CONSTRAINT muted_person_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT muted_person_muted_id_fk FOREIGN KEY (muted_id) REFERENCES account(id) ON DELETE CASCADE
      )
    `);
    await runner.query('CREATE INDEX muted_person_muted_id_index ON muted_person (muted_id)');
    await runner.query(`
      CREATE TABLE topic_read (
        account_id uuid NOT NULL,
        topic_id uuid NOT NULL,
        read_until timestamptz NOT NULL,
        CONSTRAINT topic_read_pk PRIMARY KEY (account_id, topic_id),
        CONSTRAINT topic_read_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT topic_read_topic_id_fk FOREIGN KEY (topic_id) REFERENCES topic(id) ON DELETE CASCADE
      ) WITH (fillfactor = 85)
    `);
    await runner.query('CREATE INDEX topic_read_topic_id_index ON topic_read (topic_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE topic_read, muted_person, followed_theme, followed_topic');
  }
}
