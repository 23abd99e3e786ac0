import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schools and the services of the academies, by their national number (UAI). Filled from the national directory. */
export class Establishments1795340000000 implements MigrationInterface {
  readonly name = 'Establishments1795340000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE establishment (
        uai text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        commune text NOT NULL,
        departement text NOT NULL,
        academie text NOT NULL,
        is_open boolean NOT NULL,
        CONSTRAINT establishment_uai_check CHECK (uai ~ '^[0-9]{7}[A-Z]$'),
        CONSTRAINT establishment_pk PRIMARY KEY (uai)
      )
    `);
    await runner.query(`
      CREATE INDEX establishment_departement_commune_name_index ON establishment (departement, commune, name)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE establishment');
  }
}
