import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The images of messages. */
export class ForumImages1795371100000 implements MigrationInterface {
  readonly name = 'ForumImages1795371100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_image (
        post_id uuid NOT NULL,
        position smallint NOT NULL,
        image_id uuid NOT NULL,
        alt text NOT NULL,
        is_held boolean NOT NULL DEFAULT false,
        CONSTRAINT post_image_position_check CHECK (position BETWEEN 1 AND 4),
        CONSTRAINT post_image_image_id_unique UNIQUE (image_id),
        CONSTRAINT post_image_pk PRIMARY KEY (post_id, position),
        CONSTRAINT post_image_post_id_fk FOREIGN KEY (post_id) REFERENCES post(id) ON DELETE CASCADE,
        CONSTRAINT post_image_image_id_fk FOREIGN KEY (image_id) REFERENCES image(id)
      )
    `);
    await runner.query('ALTER TABLE post ADD COLUMN image_count smallint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post DROP COLUMN image_count');
    await runner.query('DROP TABLE post_image');
  }
}
