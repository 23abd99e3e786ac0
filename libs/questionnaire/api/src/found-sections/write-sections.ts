import type { EntityManager } from 'typeorm';
import { deleteDocuments, putDocuments } from '@preau/search-api';
import { publishedForm, sectionCodes } from './published-form.queries';
import { sectionDocuments, sectionId } from './section-documents';

/** What can be found of a questionnaire is what is published of it now: to be called in each transaction that changes that. */
export async function writeSections(tx: EntityManager, questionnaireId: string): Promise<void> {
  const form = await publishedForm(tx, questionnaireId);
  const documents = form ? sectionDocuments(form) : [];
  const present = new Set(documents.map(({ objectId }) => objectId));
  const ever = (await sectionCodes(tx, questionnaireId)).map((code) => sectionId(questionnaireId, code));
  const gone = ever.filter((id) => !present.has(id));
  await deleteDocuments(
    tx,
    gone.map((objectId) => ({ kind: 'questionnaire_section', objectId })),
  );
  await putDocuments(tx, documents);
}
