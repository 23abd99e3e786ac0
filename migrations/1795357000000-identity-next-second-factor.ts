import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor is replaced without a moment in which there is none: a telephone that was lost or changed. */
export class NextSecondFactor1795357000000 implements MigrationInterface {
  readonly name = 'NextSecondFactor1795357000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE second_factor
        ALTER COLUMN sealed_secret DROP NOT NULL,
        ADD COLUMN next_sealed_secret bytea,
        ADD COLUMN next_begun_at timestamptz
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM second_factor WHERE sealed_secret IS NULL');
    await runner.query(`
      ALTER TABLE second_factor
        DROP COLUMN next_sealed_secret,
        DROP COLUMN next_begun_at,
        ALTER COLUMN sealed_secret SET NOT NULL
    `);
  }
}
