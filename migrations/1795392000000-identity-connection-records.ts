import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From where what is published was sent. No key and no index but one of time: a row costs whoever writes next to nothing, and
 * is looked for once in a long while. The API's role adds rows and reads none (`grants.ts`); it has the old ones
 * deleted by a function that knows the year of the law.
 */
export class IdentityConnectionRecords1795392000000 implements MigrationInterface {
  readonly name = 'IdentityConnectionRecords1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connection_record (
        kind text NOT NULL,
        object_id uuid NOT NULL,
        account_id uuid NOT NULL,
        address inet,
        port integer,
        mail_id text,
        at timestamptz NOT NULL,
        CONSTRAINT connection_record_kind_check CHECK (kind IN ('TOPIC', 'REPLY', 'EDIT', 'IMAGE'))
      )
    `);
    await runner.query('CREATE INDEX connection_record_at_index ON connection_record USING brin (at)');
    await runner.query(`
      CREATE FUNCTION forget_connection_records(days integer) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        forgotten bigint;
      BEGIN
        IF days IS NULL OR days < 365 THEN
          RAISE EXCEPTION 'connection records are kept a year' USING ERRCODE = 'check_violation';
        END IF;
        DELETE FROM connection_record WHERE at < now() - make_interval(days => days);
        GET DIAGNOSTICS forgotten = ROW_COUNT;
        RETURN forgotten;
      END
      $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION forget_connection_records');
    await runner.query('DROP TABLE connection_record');
  }
}
