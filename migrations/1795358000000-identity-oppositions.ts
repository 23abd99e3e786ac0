import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objections to the use of one's data, with their answers. */
export class IdentityOppositions1795358000000 implements MigrationInterface {
  readonly name = 'IdentityOppositions1795358000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opposition (
        id uuid NOT NULL DEFAULT uuidv7(),
        account_id uuid NOT NULL,
        processing text NOT NULL,
        reason text NOT NULL,
        state text NOT NULL DEFAULT 'open',
        created_at timestamptz NOT NULL DEFAULT now(),
        answered_at timestamptz,
        answered_by uuid,
        answer text,
        CONSTRAINT opposition_pk PRIMARY KEY (id),
        CONSTRAINT opposition_state_check CHECK (state IN ('open', 'accepted', 'refused')),
        CONSTRAINT opposition_answer_check CHECK ((state = 'open') = (answered_at IS NULL))
      )
    `);
    await runner.query('CREATE INDEX opposition_account_id_index ON opposition (account_id)');
    await runner.query('CREATE INDEX opposition_answered_by_index ON opposition (answered_by)');
    await runner.query('CREATE INDEX opposition_state_id_index ON opposition (state, id)');
    await runner.query(`
      CREATE UNIQUE INDEX opposition_open_unique ON opposition (account_id, processing) WHERE state = 'open'
    `);
    await runner.query(`
      ALTER TABLE opposition
        ADD CONSTRAINT opposition_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        ADD CONSTRAINT opposition_answered_by_fk FOREIGN KEY (answered_by) REFERENCES account(id) ON DELETE SET NULL
    `);
    // The nightly deletion of accounts looks for those whose day has come.
    await runner.query(`
      CREATE INDEX account_deletion_due_index ON account (deletion_due_at)
        WHERE deletion_due_at IS NOT NULL AND deleted_at IS NULL
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX account_deletion_due_index');
    await runner.query('DROP TABLE opposition');
  }
}
