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

/** COPY's text format gives these a meaning of its own. */
const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

/** Adds responses by the thousand, through the transaction's own connection. */
export async function copyResponses(
  tx: EntityManager,
  questionnaireId: string,
  version: number,
  responses: readonly GeneratedResponse[],
): Promise<void> {
  const lines = responses.map(({ id, day, clean, profile }) =>
    [
      id,
      questionnaireId,
      version,
      escaped(JSON.stringify(clean.answers)),
      // Question codes are letters, figures and underscores.
      `{${clean.skipped.join(',')}}`,
      day,
      GENERATED_CHANNEL,
      escaped(profile.role),
      escaped(profile.academie),
      escaped(profile.level),
    ].join('\t'),
  );
  if (!tx.queryRunner) throw new Error('Responses are copied inside a transaction');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  await pipeline(Readable.from([`${lines.join('\n')}\n`]), client.query(copyFrom(COPY)));
}
