import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked of a provider of identities, and what ending a session there takes. */
export class IdentityOidc1795353000000 implements MigrationInterface {
  readonly name = 'IdentityOidc1795353000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_request (
        state_hash bytea NOT NULL,
        browser_hash bytea NOT NULL,
        provider text NOT NULL,
        nonce text NOT NULL,
        code_verifier text,
        return_path text,
        expires_at timestamptz NOT NULL,
        CONSTRAINT oidc_request_pk PRIMARY KEY (state_hash)
      )
    `);
    await runner.query(`
      CREATE INDEX oidc_request_expires_at_index ON oidc_request (expires_at)
    `);
    await runner.query('ALTER TABLE session ADD COLUMN provider text, ADD COLUMN id_token text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN provider, DROP COLUMN id_token');
    await runner.query('DROP TABLE oidc_request');
  }
}
