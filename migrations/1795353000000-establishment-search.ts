import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Establishments found by any words of their name, commune or number, whatever their order, accents and capitals. */
export class EstablishmentSearch1795353000000 implements MigrationInterface {
  readonly name = 'EstablishmentSearch1795353000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS unaccent');
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(`
      CREATE FUNCTION establishment_search_text(name text, commune text, uai text) RETURNS text
      LANGUAGE sql STABLE PARALLEL SAFE
      RETURN ' ' || regexp_replace(lower(unaccent(name || ' ' || commune || ' ' || uai)), '[^a-z0-9]+', ' ', 'g')
    `);
    await runner.query(`ALTER TABLE establishment ADD COLUMN search_text text NOT NULL DEFAULT ''`);
    await runner.query(
      'UPDATE establishment SET search_text = establishment_search_text(name, commune, uai)',
    );
    await runner.query(`
      CREATE INDEX establishment_search_text_index ON establishment USING gin (search_text gin_trgm_ops)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE establishment DROP COLUMN search_text');
    await runner.query('DROP FUNCTION establishment_search_text');
    await runner.query('DROP EXTENSION pg_trgm');
    await runner.query('DROP EXTENSION unaccent');
  }
}
