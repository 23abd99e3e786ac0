import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, what they chose to be mailed, the digests on their way. */
export class NotificationsTables1795354000000 implements MigrationInterface {
  readonly name = 'NotificationsTables1795354000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id uuid NOT NULL DEFAULT uuidv7(),
        account_id uuid NOT NULL,
        kind text NOT NULL,
        event text NOT NULL,
        object text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        settled_at timestamptz,
        CONSTRAINT notification_kind_check CHECK (kind IN ('ACCOUNT', 'CONSULTATION', 'RESULTS')),
        CONSTRAINT notification_pk PRIMARY KEY (id),
        CONSTRAINT notification_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      )
    `);
    await runner.query('CREATE INDEX notification_account_id_id_index ON notification (account_id, id)');
    await runner.query(
      'CREATE INDEX notification_unread_index ON notification (account_id) WHERE read_at IS NULL',
    );
    await runner.query(`
      CREATE INDEX notification_waiting_index ON notification (account_id)
      WHERE settled_at IS NULL AND read_at IS NULL
    `);
    await runner.query(`
      CREATE TABLE notification_preference (
        account_id uuid NOT NULL,
        kind text NOT NULL,
        frequency text NOT NULL,
        CONSTRAINT notification_preference_frequency_check
          CHECK (frequency IN ('IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE')),
        CONSTRAINT notification_preference_pk PRIMARY KEY (account_id, kind),
        CONSTRAINT notification_preference_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      )
    `);
    await runner.query(`
      CREATE TABLE mail_limit (
        account_id uuid NOT NULL,
        per_week int NOT NULL,
        CONSTRAINT mail_limit_per_week_check CHECK (per_week BETWEEN 1 AND 20),
        CONSTRAINT mail_limit_pk PRIMARY KEY (account_id),
        CONSTRAINT mail_limit_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      )
    `);
    await runner.query(`
      CREATE TABLE notification_mail (
        account_id uuid NOT NULL,
        period text NOT NULL,
        mail_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT notification_mail_pk PRIMARY KEY (account_id, period),
        CONSTRAINT notification_mail_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      )
    `);
    await runner.query(`
      CREATE TABLE digest_run (
        id uuid NOT NULL DEFAULT uuidv7(),
        frequency text NOT NULL,
        period text NOT NULL,
        total int NOT NULL,
        done int NOT NULL DEFAULT 0,
        mailed int NOT NULL DEFAULT 0,
        cursor uuid,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT digest_run_frequency_check CHECK (frequency IN ('DAILY', 'WEEKLY')),
        CONSTRAINT digest_run_frequency_period_unique UNIQUE (frequency, period),
        CONSTRAINT digest_run_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE TABLE followed_consultation (
        account_id uuid NOT NULL,
        consultation_id uuid NOT NULL,
        followed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT followed_consultation_pk PRIMARY KEY (account_id, consultation_id),
        CONSTRAINT followed_consultation_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT followed_consultation_consultation_id_fk
          FOREIGN KEY (consultation_id) REFERENCES consultation(id) ON DELETE CASCADE
      )
    `);
    await runner.query(
      'CREATE INDEX followed_consultation_consultation_id_index ON followed_consultation (consultation_id)',
    );
    await runner.query(`
      CREATE TABLE consultation_notice (
        consultation_id uuid NOT NULL,
        event text NOT NULL,
        announced_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT consultation_notice_pk PRIMARY KEY (consultation_id, event),
        CONSTRAINT consultation_notice_consultation_id_fk
          FOREIGN KEY (consultation_id) REFERENCES consultation(id) ON DELETE CASCADE
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE consultation_notice, followed_consultation, digest_run, notification_mail, mail_limit, notification_preference, notification',
    );
  }
}
