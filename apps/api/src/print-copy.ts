import 'reflect-metadata';
import { responsesCopyStatement } from '@preau/exports-api';
import { readConfig } from '@preau/shared-api';

/** `node dist/api/print-copy.js QUESTIONNAIRE_ID`: the bare statement behind a download, to measure it by itself. */
const questionnaireId = process.argv[2];
if (!questionnaireId) throw new Error('Usage: print-copy QUESTIONNAIRE_ID');
const statement = await responsesCopyStatement(readConfig().DATABASE_URL, questionnaireId);
if (!statement) throw new Error(`No questionnaire ${questionnaireId}`);
process.stdout.write(statement);
