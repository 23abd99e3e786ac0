import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that wait, were sent, or cannot be. */
export class OutgoingMail1795352000000 implements MigrationInterface {
  readonly name = 'OutgoingMail1795352000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_mail (
        id uuid NOT NULL DEFAULT uuidv7(),
        kind text NOT NULL,
        account_id uuid,
        recipient text,
        subject text NOT NULL,
        body jsonb,
        unsubscribe text,
        state text NOT NULL DEFAULT 'queued',
        tries int NOT NULL DEFAULT 0,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        tried_at timestamptz,
        CONSTRAINT outgoing_mail_state_check CHECK (state IN ('queued', 'sent', 'dead')),
        CONSTRAINT outgoing_mail_content_check CHECK (state = 'sent' OR (recipient IS NOT NULL AND body IS NOT NULL)),
        CONSTRAINT outgoing_mail_pk PRIMARY KEY (id)
      )
    `);
    await runner.query('CREATE INDEX outgoing_mail_state_id_index ON outgoing_mail (state, id)');
    await runner.query('CREATE INDEX outgoing_mail_account_id_index ON outgoing_mail (account_id)');
    await runner.query('CREATE INDEX outgoing_mail_tried_at_index ON outgoing_mail (tried_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mail');
  }
}
