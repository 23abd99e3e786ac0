import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the institution does in the debates: why a topic is locked, services that end, conclusions with their versions. */
export class ForumInstitution1795390100000 implements MigrationInterface {
  readonly name = 'ForumInstitution1795390100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE topic ADD lock_reason text');
    await runner.query('ALTER TABLE forum_service ADD ended_at timestamptz');
    await runner.query(
      'CREATE INDEX post_official_of_topic_index ON post (topic_id, created_at, id) WHERE service_id IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE conclusion (
        id uuid NOT NULL DEFAULT uuidv7(),
        topic_id uuid NOT NULL,
        service_id uuid,
        body text,
        revision integer NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        CONSTRAINT conclusion_draft_check CHECK (published_at IS NOT NULL OR body IS NOT NULL),
        CONSTRAINT conclusion_pk PRIMARY KEY (id),
        CONSTRAINT conclusion_topic_id_fk FOREIGN KEY (topic_id) REFERENCES topic(id) ON DELETE CASCADE,
        CONSTRAINT conclusion_service_id_fk FOREIGN KEY (service_id) REFERENCES forum_service(id)
      )
    `);
    await runner.query(
      'CREATE INDEX conclusion_topic_id_published_at_id_index ON conclusion (topic_id, published_at, id)',
    );
    await runner.query('CREATE INDEX conclusion_service_id_index ON conclusion (service_id)');
    await runner.query(
      'CREATE UNIQUE INDEX conclusion_draft_index ON conclusion (topic_id) WHERE published_at IS NULL',
    );
    await runner.query(`
      INSERT INTO conclusion (topic_id, service_id, body, saved_at, published_at)
      SELECT id, concluded_by, conclusion, concluded_at, concluded_at FROM topic WHERE conclusion IS NOT NULL
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE conclusion');
    await runner.query('DROP INDEX post_official_of_topic_index');
    await runner.query('ALTER TABLE forum_service DROP COLUMN ended_at');
    await runner.query('ALTER TABLE topic DROP COLUMN lock_reason');
  }
}
