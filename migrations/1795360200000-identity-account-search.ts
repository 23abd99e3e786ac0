import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts found by any part of their name or address, accents and capitals aside, without walking through them all. */
export class IdentityAccountSearch1795360200000 implements MigrationInterface {
  readonly name = 'IdentityAccountSearch1795360200000';

  async up(runner: QueryRunner): Promise<void> {
    // Already there where establishments are searched; said again, so that this migration stands alone.
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    // As `searchWords` (domain) writes the words looked for. Plain ASCII has no accent to take off.
    await runner.query(String.raw`
      CREATE FUNCTION account_search_text(display_name text, email text) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE WHEN octet_length(display_name) = char_length(display_name) THEN lower(display_name)
        ELSE lower(regexp_replace(normalize(display_name, NFKD), '[\u0300-\u036f]', '', 'g')) END
        || ' ' || coalesce(email, '')
    `);
    await runner.query(`
      CREATE INDEX account_search_index ON account USING gin (account_search_text(display_name, email) gin_trgm_ops)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX account_search_index');
    await runner.query('DROP FUNCTION account_search_text');
  }
}
