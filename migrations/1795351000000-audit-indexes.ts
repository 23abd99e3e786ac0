import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log is looked through by what was done, to what and by whom, the latest first. */
export class AuditIndexes1795351000000 implements MigrationInterface {
  readonly name = 'AuditIndexes1795351000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX audit_entry_object_rank_index ON audit_entry (object, rank)');
    await runner.query('CREATE INDEX audit_entry_account_id_rank_index ON audit_entry (account_id, rank)');
    await runner.query('CREATE INDEX audit_entry_action_rank_index ON audit_entry (action, rank)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX audit_entry_object_rank_index, audit_entry_account_id_rank_index, audit_entry_action_rank_index',
    );
  }
}
