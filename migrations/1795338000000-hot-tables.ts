import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The three tables every submission writes to lose their foreign keys. Each check locked the one row of the
 * questionnaire for sharing, which all submissions of an hour of crowds then queue for. The statement that writes reads
 * that row already; nothing deletes a questionnaire that has responses.
 */
export class HotTables1795338000000 implements MigrationInterface {
  readonly name = 'HotTables1795338000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response DROP CONSTRAINT response_questionnaire_id_fk');
    await runner.query('ALTER TABLE response_pending DROP CONSTRAINT response_pending_response_id_fk');
    await runner.query(
      'ALTER TABLE participation_token DROP CONSTRAINT participation_token_questionnaire_id_fk',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE response
        ADD CONSTRAINT response_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id)
    `);
    await runner.query(`
      ALTER TABLE response_pending
        ADD CONSTRAINT response_pending_response_id_fk FOREIGN KEY (response_id) REFERENCES response(id) ON DELETE CASCADE
    `);
    await runner.query(`
      ALTER TABLE participation_token
        ADD CONSTRAINT participation_token_questionnaire_id_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
  }
}
