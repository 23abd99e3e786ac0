import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions, their themes, partners and figures. */
export class ConsultationTables1795300002000 implements MigrationInterface {
  readonly name = 'ConsultationTables1795300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultation (
        id uuid NOT NULL DEFAULT uuidv7(),
        slug text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        presentation text[] NOT NULL DEFAULT '{}',
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        reported_at timestamptz,
        report text[] NOT NULL DEFAULT '{}',
        demonstration_note text,
        CONSTRAINT consultation_slug_unique UNIQUE (slug),
        CONSTRAINT consultation_dates_check CHECK (opens_at < closes_at),
        CONSTRAINT consultation_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE TABLE theme (
        id uuid NOT NULL DEFAULT uuidv7(),
        consultation_id uuid NOT NULL,
        slug text NOT NULL,
        position smallint NOT NULL,
        title text NOT NULL,
        short_title text NOT NULL,
        summary text NOT NULL,
        problem text NOT NULL,
        challenges text[] NOT NULL DEFAULT '{}',
        accent text NOT NULL,
        pictogram text NOT NULL,
        CONSTRAINT theme_consultation_id_slug_unique UNIQUE (consultation_id, slug),
        CONSTRAINT theme_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE TABLE partner (
        id uuid NOT NULL DEFAULT uuidv7(),
        consultation_id uuid NOT NULL,
        position smallint NOT NULL,
        name text NOT NULL,
        CONSTRAINT partner_consultation_id_position_unique UNIQUE (consultation_id, position),
        CONSTRAINT partner_pk PRIMARY KEY (id)
      )
    `);
    await runner.query(`
      CREATE TABLE participation (
        consultation_id uuid NOT NULL,
        responses int NOT NULL DEFAULT 0,
        posts int NOT NULL DEFAULT 0,
        participants int NOT NULL DEFAULT 0,
        events int NOT NULL DEFAULT 0,
        syntheses int NOT NULL DEFAULT 0,
        as_of timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT participation_pk PRIMARY KEY (consultation_id)
      )
    `);
    await runner.query(`
      ALTER TABLE participation
        ADD CONSTRAINT participation_consultation_id_fk FOREIGN KEY (consultation_id) REFERENCES consultation(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE partner
        ADD CONSTRAINT partner_consultation_id_fk FOREIGN KEY (consultation_id) REFERENCES consultation(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE theme
        ADD CONSTRAINT theme_consultation_id_fk FOREIGN KEY (consultation_id) REFERENCES consultation(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE participation, partner, theme, consultation');
  }
}
