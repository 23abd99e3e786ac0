import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles are found without their texts, and new documents are sorted into the index a few at a time. */
export class SearchIndexes1795364100000 implements MigrationInterface {
  readonly name = 'SearchIndexes1795364100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX search_document_title_words_index ON search_document USING gin (ts_filter(words, '{a}')) WHERE title <> ''
    `);
    // They wait in a list beside the index, which whoever fills it sorts in: of the usual 4 MB, somebody waits almost half a second.
    await runner.query('ALTER INDEX search_document_lexemes_index SET (gin_pending_list_limit = 256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX search_document_lexemes_index RESET (gin_pending_list_limit)');
    await runner.query('DROP INDEX search_document_title_words_index');
  }
}
