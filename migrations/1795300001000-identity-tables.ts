import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, their roles, signing in and sessions. */
export class IdentityTables1795300001000 implements MigrationInterface {
  readonly name = 'IdentityTables1795300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid NOT NULL DEFAULT uuidv7(),
        email text NOT NULL,
        display_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_email_unique UNIQUE (email),
        CONSTRAINT account_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE TABLE role_grant (
        id uuid NOT NULL DEFAULT uuidv7(),
        account_id uuid NOT NULL,
        role text NOT NULL,
        territory_level text,
        territory_code text,
        CONSTRAINT role_grant_territory_check CHECK ((territory_level IS NULL) = (territory_code IS NULL)),
        CONSTRAINT role_grant_role_check CHECK (role IN ('participant', 'teacher', 'facilitator', 'moderator', 'coordinator', 'staff', 'admin')),
        CONSTRAINT role_grant_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE INDEX role_grant_account_id_index ON role_grant (account_id)
    `);
    await runner.query(`
      CREATE TABLE session (
        id uuid NOT NULL DEFAULT uuidv7(),
        secret_hash bytea NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT session_secret_hash_unique UNIQUE (secret_hash),
        CONSTRAINT session_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE INDEX session_account_id_index ON session (account_id)
    `);
    await runner.query(`
      CREATE TABLE sign_in_request (
        id uuid NOT NULL DEFAULT uuidv7(),
        address_key bytea NOT NULL,
        account_id uuid,
        token_hash bytea NOT NULL,
        code_hash bytea NOT NULL,
        failed_tries smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT sign_in_request_token_hash_unique UNIQUE (token_hash),
        CONSTRAINT sign_in_request_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE INDEX sign_in_request_account_id_index ON sign_in_request (account_id)
    `);
    await runner.query(`
      CREATE INDEX sign_in_request_address_key_created_at_index ON sign_in_request (address_key, created_at)
    `);
    await runner.query(`
      CREATE INDEX sign_in_request_expires_at_index ON sign_in_request (expires_at)
    `);
    await runner.query(`
      ALTER TABLE role_grant
        ADD CONSTRAINT role_grant_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE session
        ADD CONSTRAINT session_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE sign_in_request
        ADD CONSTRAINT sign_in_request_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_request, session, role_grant, account');
  }
}
