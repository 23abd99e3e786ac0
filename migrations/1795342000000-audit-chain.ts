import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each entry of the audit log holds the hash of itself and of the one before: an entry that is changed, removed or slipped
 * in afterwards, even by the owner of the table, breaks the chain. The database writes it, whoever inserts; one
 * transaction at a time does, and what it read before it waited does not count.
 */
export class AuditChain1795342000000 implements MigrationInterface {
  readonly name = 'AuditChain1795342000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit_entry ADD COLUMN rank bigint, ADD COLUMN hash bytea');
    await runner.query(`
      CREATE FUNCTION audit_entry_hash(entry audit_entry, previous bytea) RETURNS bytea
      LANGUAGE sql STABLE AS $$
        SELECT sha256(previous || convert_to(jsonb_build_object(
          'rank', entry.rank,
          'id', entry.id,
          'at', to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
          'account', entry.account_id,
          'action', entry.action,
          'object', entry.object,
          'details', entry.details
        )::text, 'UTF8'))
      $$
    `);
    await runner.query(`
      CREATE FUNCTION audit_entry_chain() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        previous record;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('audit_entry', 0));
        SELECT rank, hash INTO previous FROM audit_entry ORDER BY rank DESC LIMIT 1;
        NEW.rank := coalesce(previous.rank, 0) + 1;
        NEW.at := clock_timestamp();
        NEW.hash := audit_entry_hash(NEW, coalesce(previous.hash, ''));
        RETURN NEW;
      END
      $$
    `);
    await runner.query(`
      DO $$
      DECLARE
        entry audit_entry;
        previous bytea := '';
        place bigint := 0;
      BEGIN
        FOR entry IN SELECT * FROM audit_entry ORDER BY at, id LOOP
          place := place + 1;
          entry.rank := place;
          previous := audit_entry_hash(entry, previous);
          UPDATE audit_entry SET rank = place, hash = previous WHERE id = entry.id;
        END LOOP;
      END
      $$
    `);
    await runner.query(`
      ALTER TABLE audit_entry
        ALTER COLUMN rank SET NOT NULL,
        ALTER COLUMN hash SET NOT NULL,
        ADD CONSTRAINT audit_entry_rank_unique UNIQUE (rank)
    `);
    await runner.query(`
      CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry
      FOR EACH ROW EXECUTE FUNCTION audit_entry_chain()
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER audit_entry_chain ON audit_entry');
    await runner.query('DROP FUNCTION audit_entry_chain');
    await runner.query('DROP FUNCTION audit_entry_hash');
    await runner.query('ALTER TABLE audit_entry DROP COLUMN rank, DROP COLUMN hash');
  }
}
