import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who an account is at a provider of identities (OpenID Connect). */
export class ProviderIdentity1795350100000 implements MigrationInterface {
  readonly name = 'ProviderIdentity1795350100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE provider_identity (
        provider text NOT NULL,
        subject text NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT provider_identity_pk PRIMARY KEY (provider, subject)
      )
    `);
    await runner.query(`
      CREATE INDEX provider_identity_account_id_index ON provider_identity (account_id)
    `);
    await runner.query(`
      ALTER TABLE provider_identity
        ADD CONSTRAINT provider_identity_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_identity');
  }
}
