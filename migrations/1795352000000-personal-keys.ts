import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret from which a signed-in person's drafts and responses are named; nothing else joins them to the account. */
export class PersonalKeys1795352000000 implements MigrationInterface {
  readonly name = 'PersonalKeys1795352000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_key (
        account_id uuid NOT NULL,
        sealed bytea NOT NULL,
        CONSTRAINT personal_key_pk PRIMARY KEY (account_id)
      )
    `);
    await runner.query(`
      ALTER TABLE personal_key
        ADD CONSTRAINT personal_key_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE personal_key');
  }
}
