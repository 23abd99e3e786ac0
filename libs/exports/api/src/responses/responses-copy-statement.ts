import { dialectOf } from '@preau/shared-api';
import { loadForm } from '../export-form';
import { responsesCopy } from './responses-copy';
import { Snapshot } from './snapshot';

/** The `COPY (SELECT …) TO STDOUT` behind a questionnaire's download, to be run bare; null when there is no such questionnaire. */
export async function responsesCopyStatement(
  connectionString: string,
  questionnaireId: string,
): Promise<string | null> {
  const snapshot = await Snapshot.open(connectionString);
  try {
    const form = await loadForm(snapshot.query, questionnaireId);
    return form && responsesCopy(questionnaireId, form.definitions, dialectOf()).statement;
  } finally {
    await snapshot.close(() => Promise.resolve());
  }
}
