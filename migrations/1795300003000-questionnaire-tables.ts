import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms, drafts, responses, and the tallies drawn from them. */
export class QuestionnaireTables1795300003000 implements MigrationInterface {
  readonly name = 'QuestionnaireTables1795300003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE questionnaire (
        id uuid NOT NULL DEFAULT uuidv7(),
        consultation_id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        status text NOT NULL DEFAULT 'DRAFT',
        current_version int NOT NULL DEFAULT 0,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        CONSTRAINT questionnaire_consultation_id_slug_unique UNIQUE (consultation_id, slug),
        CONSTRAINT questionnaire_dates_check CHECK (opens_at < closes_at),
        CONSTRAINT questionnaire_status_check CHECK (status IN ('DRAFT', 'PUBLISHED', 'CLOSED')),
        CONSTRAINT questionnaire_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE TABLE questionnaire_version (
        questionnaire_id uuid NOT NULL,
        version int NOT NULL,
        definition jsonb NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT questionnaire_version_pk PRIMARY KEY (questionnaire_id, version)
      )
    `);
    await runner.query(`
      CREATE TABLE draft (
        token_hash bytea NOT NULL,
        questionnaire_id uuid NOT NULL,
        version int NOT NULL,
        revision int NOT NULL DEFAULT 1,
        sealed bytea NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT draft_pk PRIMARY KEY (token_hash)
      )
    `);
    await runner.query(`
      CREATE INDEX draft_saved_at_index ON draft (saved_at)
    `);
    await runner.query(`
      CREATE INDEX draft_questionnaire_id_index ON draft (questionnaire_id)
    `);
    await runner.query(`
      CREATE TABLE response (
        id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        version int NOT NULL,
        answers jsonb NOT NULL,
        skipped text[] NOT NULL,
        day date NOT NULL,
        channel text NOT NULL,
        role text NOT NULL,
        academie text NOT NULL,
        level text NOT NULL,
        CONSTRAINT response_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE INDEX response_questionnaire_id_day_index ON response (questionnaire_id, day)
    `);
    await runner.query(`
      CREATE TABLE response_pending (
        response_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        counted jsonb,
        CONSTRAINT response_pending_pk PRIMARY KEY (response_id)
      )
    `);
    await runner.query(`
      CREATE TABLE participation_token (
        questionnaire_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        CONSTRAINT participation_token_pk PRIMARY KEY (questionnaire_id, token_hash)
      )
    `);
    await runner.query(`
      CREATE TABLE result_slice (
        questionnaire_id uuid NOT NULL,
        slice text NOT NULL,
        family text NOT NULL,
        responses int NOT NULL,
        counts json NOT NULL,
        CONSTRAINT result_slice_pk PRIMARY KEY (questionnaire_id, slice)
      ) WITH (fillfactor = 50)
    `);
    await runner.query(`
      CREATE TABLE published_slice (
        questionnaire_id uuid NOT NULL,
        slice text NOT NULL,
        family text NOT NULL,
        responses int NOT NULL,
        counts json NOT NULL,
        CONSTRAINT published_slice_pk PRIMARY KEY (questionnaire_id, slice)
      ) WITH (fillfactor = 50)
    `);
    await runner.query(`
      CREATE TABLE public_result (
        questionnaire_id uuid NOT NULL,
        section text NOT NULL,
        slice text NOT NULL,
        total int,
        questions json NOT NULL,
        CONSTRAINT public_result_pk PRIMARY KEY (questionnaire_id, section, slice)
      )
    `);
    // Rewritten every few seconds: room on the page for the next value, and no time spent on compressing.
    await runner.query('ALTER TABLE result_slice ALTER COLUMN counts SET STORAGE EXTERNAL');
    await runner.query('ALTER TABLE published_slice ALTER COLUMN counts SET STORAGE EXTERNAL');
    await runner.query('ALTER TABLE public_result ALTER COLUMN questions SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE TABLE publication_pending (
        response_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        cell text NOT NULL,
        CONSTRAINT publication_pending_pk PRIMARY KEY (response_id)
      )
    `);
    await runner.query(`
      CREATE TABLE result_state (
        questionnaire_id uuid NOT NULL,
        keys text[] NOT NULL DEFAULT '{}',
        tallied_at timestamptz NOT NULL,
        published_at timestamptz,
        shown_at timestamptz,
        shown_version int,
        shown_responses int,
        CONSTRAINT result_state_pk PRIMARY KEY (questionnaire_id)
      )
    `);
    await runner.query(`
      CREATE TABLE response_day (
        questionnaire_id uuid NOT NULL,
        day date NOT NULL,
        responses int NOT NULL,
        CONSTRAINT response_day_pk PRIMARY KEY (questionnaire_id, day)
      )
    `);
    await runner.query(`
      ALTER TABLE draft
        ADD CONSTRAINT draft_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE participation_token
        ADD CONSTRAINT participation_token_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE public_result
        ADD CONSTRAINT public_result_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE published_slice
        ADD CONSTRAINT published_slice_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE questionnaire_version
        ADD CONSTRAINT questionnaire_version_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE questionnaire
        ADD CONSTRAINT questionnaire_consultation_id_fk FOREIGN KEY (consultation_id) REFERENCES consultation(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE response_day
        ADD CONSTRAINT response_day_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE response_pending
        ADD CONSTRAINT response_pending_response_id_fk FOREIGN KEY (response_id) REFERENCES response(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE response
        ADD CONSTRAINT response_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id)
    `);
    await runner.query(`
      ALTER TABLE result_slice
        ADD CONSTRAINT result_slice_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE result_state
        ADD CONSTRAINT result_state_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE response_day, result_state, publication_pending, public_result, published_slice, result_slice, participation_token, response_pending, response, draft, questionnaire_version, questionnaire',
    );
  }
}
