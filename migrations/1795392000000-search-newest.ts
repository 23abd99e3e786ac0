import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents are looked through from the newest, in stretches that grow fourfold, and found by the days they are of.
 *
 * "s:", "m:", "l:" and "x:" name the 2,048, 8,192, 32,768 and 131,072 documents that one was first written with; "d:" and "e:" the
 * 24 days and the 388 days it is of (2^21 and 2^25 seconds, from 1960 to 2059); "w:" stands for the whole, where a condition must be and nothing is asked.
 */
export class SearchNewest1795392000000 implements MigrationInterface {
  readonly name = 'SearchNewest1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX search_document_lexemes_index, search_document_title_words_index');
    await runner.query('DROP FUNCTION search_lexemes');
    await runner.query(`
      CREATE FUNCTION search_second(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN floor(extract(epoch FROM least(greatest(at, '1960-01-01T00:00:00Z'::timestamptz), '2060-01-01T00:00:00Z'::timestamptz)))::bigint
    `);
    await runner.query(`
      CREATE FUNCTION search_lexemes(
        words tsvector, seq bigint, at timestamptz, kind text, consultation_id uuid, theme_id uuid, academie text, parent_id uuid
      ) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN words || array_to_tsvector(ARRAY[
        'w:', 's:' || (seq >> 11)::text, 'm:' || (seq >> 13)::text, 'l:' || (seq >> 15)::text, 'x:' || (seq >> 17)::text,
        'd:' || (search_second(at) >> 21)::text, 'e:' || (search_second(at) >> 25)::text,
        'k:' || kind, 'c:' || coalesce(consultation_id::text, ''), 't:' || coalesce(theme_id::text, ''),
        'a:' || coalesce(academie, ''), 'p:' || coalesce(parent_id::text, '')
      ])
    `);
    await this.createIndex(runner, 'words, seq, at, kind, consultation_id, theme_id, academie, parent_id');
    await runner.query(`
      CREATE INDEX search_document_titles_index ON search_document
        USING gin (search_lexemes(ts_filter(words, '{a}'), seq, at, kind, consultation_id, theme_id, academie, parent_id)) WHERE title <> ''
    `);
    await this.createNewest(runner);
  }

  /**
   * Documents whose index entries have the words `sought` and what is said in `places`, and, when given, that have the words `asked`
   * and are of these days: all those of the newest stretches that hold `enough` together. `is_last` is on those of a stretch after
   * which there is none. A stretch that, by the measure of those before, would not hold enough is skipped for the next one, which
   * holds it. What is asked of the index is asked in three conditions: as one, its parts are weighed together for each document, at
   * two to five times the cost.
   */
  private async createNewest(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_newest(sought tsquery, places tsquery, asked tsquery, since timestamptz, until timestamptz, enough int)
      RETURNS TABLE (place tid, seq bigint, kind text, theme_id uuid, academie text, at timestamptz, is_last boolean)
      LANGUAGE plpgsql STABLE AS $$
      #variable_conflict use_column
      DECLARE
        newest bigint := (SELECT coalesce(max(seq), 0) FROM search_document);
        letters CONSTANT text[] := '{s,m,l,x}';
        bits CONSTANT int[] := '{11,13,15,17}';
        step int := 1;
        stretch tsquery;
        above bigint;
        below bigint := newest + 1;
        found int := 0;
        these int;
      BEGIN
        LOOP
          above := CASE WHEN step < 5 THEN ((newest >> bits[step]) - 1) << bits[step] ELSE 0 END;
          stretch := '''w:''';
          IF above > 0 THEN
            stretch := format('''%1$s:%2$s'' | ''%1$s:%3$s''', letters[step], newest >> bits[step], (newest >> bits[step]) - 1);
          END IF;
          -- Added to nothing, so that the words alone choose the index.
          RETURN QUERY SELECT d.ctid, d.seq, d.kind, d.theme_id, d.academie, d.at, above <= 0 FROM search_document d
            WHERE search_lexemes(d.words, d.seq, d.at, d.kind, d.consultation_id, d.theme_id, d.academie, d.parent_id) @@ stretch
              AND search_lexemes(d.words, d.seq, d.at, d.kind, d.consultation_id, d.theme_id, d.academie, d.parent_id) @@ sought
              AND search_lexemes(d.words, d.seq, d.at, d.kind, d.consultation_id, d.theme_id, d.academie, d.parent_id) @@ places
              AND d.seq + 0 < below AND (asked IS NULL OR d.words @@ asked)
              AND (since IS NULL OR d.at >= since) AND (until IS NULL OR d.at <= until);
          GET DIAGNOSTICS these = ROW_COUNT;
          found := found + these;
          EXIT WHEN above <= 0 OR found >= enough;
          below := above;
          step := least(step + CASE WHEN found * 4 < enough THEN 2 ELSE 1 END, 5);
        END LOOP;
      END $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search_newest');
    await runner.query('DROP INDEX search_document_lexemes_index, search_document_titles_index');
    await runner.query('DROP FUNCTION search_lexemes');
    await runner.query('DROP FUNCTION search_second');
    await runner.query(`
      CREATE FUNCTION search_lexemes(
        words tsvector, seq bigint, kind text, consultation_id uuid, theme_id uuid, academie text, parent_id uuid
      ) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN words || array_to_tsvector(ARRAY[
        's:' || (seq >> 11)::text, 'm:' || (seq >> 13)::text, 'l:' || (seq >> 17)::text, 'k:' || kind, 'c:' || coalesce(consultation_id::text, ''),
        't:' || coalesce(theme_id::text, ''), 'a:' || coalesce(academie, ''), 'p:' || coalesce(parent_id::text, '')
      ])
    `);
    await this.createIndex(runner, 'words, seq, kind, consultation_id, theme_id, academie, parent_id');
    await runner.query(`
      CREATE INDEX search_document_title_words_index ON search_document USING gin (ts_filter(words, '{a}')) WHERE title <> ''
    `);
  }

  /** New documents wait in a short list beside the index (1795364100000). */
  private async createIndex(runner: QueryRunner, columns: string): Promise<void> {
    await runner.query(`
      CREATE INDEX search_document_lexemes_index ON search_document USING gin (search_lexemes(${columns}))
        WITH (gin_pending_list_limit = 256)
    `);
  }
}
