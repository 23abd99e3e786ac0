import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Images that people send, whatever shows them. */
export class SharedImages1795371000000 implements MigrationInterface {
  readonly name = 'SharedImages1795371000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE image (
        id uuid NOT NULL,
        account_id uuid,
        name text NOT NULL,
        digest bytea NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        bytes integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        stored_at timestamptz,
        holder text,
        expires_at timestamptz,
        CONSTRAINT image_holder_check CHECK ((holder IS NULL) <> (expires_at IS NULL)),
        CONSTRAINT image_name_unique UNIQUE (name),
        CONSTRAINT image_pk PRIMARY KEY (id)
      )
    `);
    await runner.query('CREATE INDEX image_account_id_created_at_index ON image (account_id, created_at)');
    // What is held, nearly all there is, is not in it.
    await runner.query(
      'CREATE INDEX image_expires_at_index ON image (expires_at) WHERE expires_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE image');
  }
}
