import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People's own data, prepared for them to download. */
export class IdentityDataExports1795356000000 implements MigrationInterface {
  readonly name = 'IdentityDataExports1795356000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_export (
        id uuid NOT NULL DEFAULT uuidv7(),
        account_id uuid NOT NULL,
        prepared text[] NOT NULL DEFAULT '{}',
        total int NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        ready_at timestamptz,
        expires_at timestamptz,
        bytes int,
        CONSTRAINT data_export_pk PRIMARY KEY (id),
        CONSTRAINT data_export_account_id_unique UNIQUE (account_id)
      )
    `);
    await runner.query(`
      CREATE TABLE data_export_piece (
        export_id uuid NOT NULL,
        file text NOT NULL,
        place int NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT data_export_piece_pk PRIMARY KEY (export_id, file, place)
      )
    `);
    await runner.query(`
      ALTER TABLE data_export
        ADD CONSTRAINT data_export_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE data_export_piece
        ADD CONSTRAINT data_export_piece_export_id_fk FOREIGN KEY (export_id) REFERENCES data_export(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_export_piece, data_export');
  }
}
