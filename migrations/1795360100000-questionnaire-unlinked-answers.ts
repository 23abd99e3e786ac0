import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which questionnaires an account had answered when its deletion was asked for: never which answers were its own. */
export class QuestionnaireUnlinkedAnswers1795360100000 implements MigrationInterface {
  readonly name = 'QuestionnaireUnlinkedAnswers1795360100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unlinked_answer (
        account_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        CONSTRAINT unlinked_answer_pk PRIMARY KEY (account_id, questionnaire_id)
      )
    `);
    await runner.query(
      'CREATE INDEX unlinked_answer_questionnaire_id_index ON unlinked_answer (questionnaire_id)',
    );
    await runner.query(`
      ALTER TABLE unlinked_answer
        ADD CONSTRAINT unlinked_answer_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        ADD CONSTRAINT unlinked_answer_questionnaire_id_fk FOREIGN KEY (questionnaire_id)
          REFERENCES questionnaire(id) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unlinked_answer');
  }
}
