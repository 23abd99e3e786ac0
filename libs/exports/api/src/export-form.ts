import type { DefinitionVersion } from '@preau/questionnaire-domain';

/** Runs one statement: in a snapshot, or outside any. */
export type Query = <Row extends Record<string, unknown>>(
  statement: string,
  values: unknown[],
) => Promise<Row[]>;

/** What an export says about a questionnaire beside its answers. */
export interface ExportForm extends Record<string, unknown> {
  /** Slugs. */
  readonly consultation: string;
  readonly questionnaire: string;
  readonly definitions: readonly DefinitionVersion[];
  /**
   * Responses counted by the tallies or waiting for them: as many as there are as long as the tallies are right. To count
   * a million rows takes longer than to open the download.
   */
  readonly estimatedRows: number;
}

/** The questionnaire of this id with all its versions, or null. */
export async function loadForm(query: Query, questionnaireId: string): Promise<ExportForm | null> {
  const [form] = await query<ExportForm>(
    `SELECT c.slug AS consultation, q.slug AS questionnaire,
       (SELECT coalesce(json_agg(json_build_object('version', version, 'definition', definition) ORDER BY version), '[]')
        FROM questionnaire_version WHERE questionnaire_id = q.id) AS definitions,
       (SELECT coalesce(sum(responses), 0) FROM response_day WHERE questionnaire_id = q.id)::float8
       + (SELECT count(*) FROM response_pending WHERE questionnaire_id = q.id AND counted IS NULL) AS "estimatedRows"
     FROM questionnaire q JOIN consultation c ON c.id = q.consultation_id
     WHERE q.id = $1`,
    [questionnaireId],
  );
  return form ?? null;
}
