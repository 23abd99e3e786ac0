import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an account says of its owner, scopes of roles, the browser that asks to sign in, tries counted by target. */
export class People1795350000000 implements MigrationInterface {
  readonly name = 'People1795350000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account
        ALTER COLUMN email DROP NOT NULL,
        ADD COLUMN is_pseudonym boolean NOT NULL DEFAULT false,
        ADD COLUMN declared_role text,
        ADD COLUMN academie text,
        ADD COLUMN age_band text,
        ADD COLUMN charter_version text,
        ADD COLUMN charter_accepted_at timestamptz,
        ADD COLUMN professional_domain text,
        ADD COLUMN suspended_at timestamptz,
        ADD COLUMN suspension_reason text,
        ADD COLUMN deletion_due_at timestamptz,
        ADD COLUMN deleted_at timestamptz,
        ADD CONSTRAINT account_age_band_check CHECK (age_band IN ('minor', 'adult')),
        ADD CONSTRAINT account_minor_check CHECK (age_band <> 'minor' OR is_pseudonym)
    `);
    await runner.query(`
      ALTER TABLE role_grant
        ADD COLUMN theme_id uuid,
        ADD COLUMN reason text NOT NULL DEFAULT '',
        ADD COLUMN granted_by uuid,
        ADD COLUMN granted_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN ends_at timestamptz
    `);
    await runner.query(`
      ALTER TABLE session
        ADD COLUMN device text NOT NULL DEFAULT '',
        ADD COLUMN second_factor_at timestamptz
    `);
    await runner.query(`
      ALTER TABLE sign_in_request
        ADD COLUMN email text,
        ADD COLUMN browser_hash bytea
    `);
    await runner.query(`
      CREATE INDEX sign_in_request_browser_hash_index ON sign_in_request (browser_hash)
    `);
    await runner.query(`
      CREATE TABLE pending_sign_in (
        browser_hash bytea NOT NULL,
        account_id uuid,
        email text,
        provider text,
        subject text,
        proposed_name text,
        proves_teacher boolean NOT NULL DEFAULT false,
        second_factor_done boolean NOT NULL DEFAULT false,
        id_token text,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pending_sign_in_pk PRIMARY KEY (browser_hash)
      )
    `);
    await runner.query(`
      CREATE INDEX pending_sign_in_account_id_index ON pending_sign_in (account_id)
    `);
    await runner.query(`
      CREATE INDEX pending_sign_in_expires_at_index ON pending_sign_in (expires_at)
    `);
    await runner.query(`
      CREATE TABLE attempt (
        target bytea NOT NULL,
        tries int NOT NULL DEFAULT 1,
        since timestamptz NOT NULL,
        CONSTRAINT attempt_pk PRIMARY KEY (target)
      )
    `);
    await runner.query(`
      CREATE INDEX attempt_since_index ON attempt (since)
    `);
    await runner.query(`
      ALTER TABLE role_grant
        ADD CONSTRAINT role_grant_granted_by_fk FOREIGN KEY (granted_by) REFERENCES account(id) ON DELETE SET NULL
    `);
    await runner.query(`
      CREATE INDEX role_grant_granted_by_index ON role_grant (granted_by)
    `);
    await runner.query(`
      ALTER TABLE pending_sign_in
        ADD CONSTRAINT pending_sign_in_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attempt, pending_sign_in');
    await runner.query('ALTER TABLE sign_in_request DROP COLUMN email, DROP COLUMN browser_hash');
    await runner.query('ALTER TABLE session DROP COLUMN device, DROP COLUMN second_factor_at');
    await runner.query(`
      ALTER TABLE role_grant
        DROP COLUMN theme_id, DROP COLUMN reason, DROP COLUMN granted_by, DROP COLUMN granted_at, DROP COLUMN ends_at
    `);
    await runner.query('DELETE FROM account WHERE email IS NULL');
    await runner.query(`
      ALTER TABLE account
        ALTER COLUMN email SET NOT NULL,
        DROP COLUMN is_pseudonym, DROP COLUMN declared_role, DROP COLUMN academie, DROP COLUMN age_band,
        DROP COLUMN charter_version, DROP COLUMN charter_accepted_at, DROP COLUMN professional_domain,
        DROP COLUMN suspended_at, DROP COLUMN suspension_reason, DROP COLUMN deletion_due_at, DROP COLUMN deleted_at
    `);
  }
}
