import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { CleanResponse, Profile } from '@preau/questionnaire-domain';
import { from as copyFrom } from 'pg-copy-streams';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

export interface GeneratedResponse {
  readonly id: string;
  readonly day: string;
  readonly clean: CleanResponse;
  readonly profile: Profile;
}

/** Says how a response came to be, so that made-up ones are told from others for ever. */
export const GENERATED_CHANNEL = 'generated';

const COPY = `COPY response
  (id, questionnaire_id, version, answers, skipped, day, channel, role, academie, level) FROM STDIN`;

/** Rows per write: enough to be worth one, few enough for PostgreSQL to work on while the next ones are made up. */
const BLOCK = 250;

/**
 * Adds responses by the thousand, through the transaction's own connection. They are asked for one by one, as fast as
 * PostgreSQL takes them.
 */
export async function copyResponses(
  tx: EntityManager,
  questionnaireId: string,
  version: number,
  responses: Iterable<GeneratedResponse>,
): Promise<void> {
  if (!tx.queryRunner) throw new Error('Responses are copied inside a transaction');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  await pipeline(Readable.from(blocks(questionnaireId, version, responses)), client.query(copyFrom(COPY)));
}

function* blocks(questionnaireId: string, version: number, responses: Iterable<GeneratedResponse>) {
  let lines: string[] = [];
  for (const response of responses) {
    lines.push(line(questionnaireId, version, response));
    if (lines.length < BLOCK) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

/** One row in COPY's text format. Codes need no escape, and JSON holds neither raw tabs nor raw line ends. */
function line(
  questionnaireId: string,
  version: number,
  { id, day, clean, profile }: GeneratedResponse,
): string {
  const answers = JSON.stringify(clean.answers).replaceAll('\\', '\\\\');
  const skipped = `{${clean.skipped.join(',')}}`;
  const { role, academie, level } = profile;
  return `${[id, questionnaireId, version, answers, skipped, day, GENERATED_CHANNEL, role, academie, level].join('\t')}\n`;
}
