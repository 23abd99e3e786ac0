import type { EntityManager } from 'typeorm';
import type { PublishedForm } from './section-documents';

const FORMS = `
  SELECT questionnaire.id, questionnaire.consultation_id AS "consultationId", questionnaire.opens_at AS "opensAt", version.definition,
    (SELECT coalesce(json_object_agg(theme.slug, theme.id), '{}') FROM theme
     WHERE theme.consultation_id = questionnaire.consultation_id) AS themes
  FROM questionnaire JOIN questionnaire_version AS version
    ON version.questionnaire_id = questionnaire.id AND version.version = questionnaire.current_version
  WHERE questionnaire.status <> 'DRAFT'`;

/** All questionnaires that everybody may see: there are few. */
export function publishedForms(tx: EntityManager): Promise<PublishedForm[]> {
  return tx.query<PublishedForm[]>(FORMS);
}

/** One of them, or null. */
export async function publishedForm(tx: EntityManager, id: string): Promise<PublishedForm | null> {
  const [form] = await tx.query<PublishedForm[]>(`${FORMS} AND questionnaire.id = $1`, [id]);
  return form ?? null;
}

/** The codes that sections of a questionnaire ever had. */
export async function sectionCodes(tx: EntityManager, id: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    `SELECT DISTINCT section ->> 'code' AS code
     FROM questionnaire_version, jsonb_array_elements(definition -> 'sections') AS section WHERE questionnaire_id = $1`,
    [id],
  );
  return rows.map(({ code }) => code);
}

export interface FormPlace {
  readonly id: string;
  readonly consultation: string;
  readonly slug: string;
  readonly version: number;
  readonly isOpen: boolean;
}

/** Where the questionnaires that everybody may see are found, and whether they are answered now. */
export function formPlaces(tx: EntityManager): Promise<FormPlace[]> {
  return tx.query<FormPlace[]>(
    `SELECT questionnaire.id, consultation.slug AS consultation, questionnaire.slug, current_version AS version,
       status = 'PUBLISHED' AND questionnaire.closes_at > now() AS "isOpen"
     FROM questionnaire JOIN consultation ON consultation.id = consultation_id WHERE status <> 'DRAFT'`,
  );
}
