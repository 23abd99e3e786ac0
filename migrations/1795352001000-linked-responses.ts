import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of receipts that somebody entered in their space: named and sealed by their personal key, beside no account. */
export class LinkedResponses1795352001000 implements MigrationInterface {
  readonly name = 'LinkedResponses1795352001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE linked_response (
        owner_tag bytea NOT NULL,
        link_tag bytea NOT NULL,
        sealed bytea NOT NULL,
        CONSTRAINT linked_response_pk PRIMARY KEY (owner_tag, link_tag)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE linked_response');
  }
}
