import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors (TOTP) and the codes that stand for them once. */
export class SecondFactor1795350200000 implements MigrationInterface {
  readonly name = 'SecondFactor1795350200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE second_factor (
        account_id uuid NOT NULL,
        sealed_secret bytea NOT NULL,
        confirmed_at timestamptz,
        last_step bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT second_factor_pk PRIMARY KEY (account_id)
      )
    `);
    await runner.query(`
      CREATE TABLE recovery_code (
        id uuid NOT NULL DEFAULT uuidv7(),
        account_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_code_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE INDEX recovery_code_account_id_index ON recovery_code (account_id)
    `);
    await runner.query(`
      ALTER TABLE second_factor
        ADD CONSTRAINT second_factor_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE recovery_code
        ADD CONSTRAINT recovery_code_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery_code, second_factor');
  }
}
