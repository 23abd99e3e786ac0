import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what, kept for good. */
export class AuditTables1795300000000 implements MigrationInterface {
  readonly name = 'AuditTables1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        id uuid NOT NULL DEFAULT uuidv7(),
        at timestamptz NOT NULL DEFAULT now(),
        account_id uuid NOT NULL,
        action text NOT NULL,
        object text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT audit_entry_pk PRIMARY KEY (id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
  }
}
