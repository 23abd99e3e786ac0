import { randomUUID } from 'node:crypto';
import { cleanAnswers, profileOf, type Answers, type Definition } from '@preau/questionnaire-domain';
import type { TestApi } from '@preau/testing';
import type { EntityManager } from 'typeorm';
import pg from 'pg';
import { recount } from './recount/recount';
import { insertResponses, replaceAnswers } from './responses/response.queries';
import { smallDefinition, type TestQuestionnaire } from './test-data';

const keep = (definition: Definition, answers: Answers) => {
  const clean = cleanAnswers(definition, answers);
  return { clean, profile: profileOf(definition, clean.answers) };
};

/** Sends a response by the statement submissions use, and returns its id. */
export async function aResponse(
  api: TestApi,
  form: TestQuestionnaire,
  answers: Answers,
  { day = '2026-11-22', definition = smallDefinition, version = 1 } = {},
): Promise<string> {
  const id = randomUUID();
  const written = await insertResponses(api.database, [
    {
      id,
      questionnaireId: form.id,
      version,
      ...keep(definition, answers),
      day,
      deviceHash: null,
      draftHash: null,
    },
  ]);
  if (!written.has(id)) throw new Error('The response was refused');
  return id;
}

export async function responses(
  api: TestApi,
  form: TestQuestionnaire,
  count: number,
  answers: Answers,
): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => aResponse(api, form, answers)));
}

/** Amends a response as the service does: the row is locked, then replaced, then queued with what it was. */
export async function amend(
  tx: EntityManager,
  form: TestQuestionnaire,
  id: string,
  answers: Answers,
): Promise<void> {
  const earlier = await lockForAmendment(tx, id);
  await replaceAnswers(tx, id, form.id, earlier, keep(smallDefinition, answers));
}

export async function lockForAmendment(tx: EntityManager, id: string) {
  const [row] = await tx.query<{ answers: Answers; skipped: string[] }[]>(
    'SELECT answers, skipped FROM response WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (!row) throw new Error('No such response');
  return row;
}

/** What counting everything again finds wrong. */
export async function differences(api: TestApi, form: TestQuestionnaire) {
  return (await recount(api.database, form.id, { check: true })).differences;
}

/** The exact count of responses in a slice. */
export async function inSlice(api: TestApi, form: TestQuestionnaire, slice: string): Promise<number> {
  const [row] = await api.database.query<{ responses: number }[]>(
    'SELECT responses FROM result_slice WHERE questionnaire_id = $1 AND slice = $2',
    [form.id, slice],
  );
  return row?.responses ?? 0;
}

/**
 * Runs `work` with every connection it opens cut just before its nth statement, BEGIN and COMMIT counted, as when the
 * process or the server dies there. True when there were so many statements.
 */
export async function cutAt(api: TestApi, nth: number, work: () => Promise<unknown>): Promise<boolean> {
  const { database } = api;
  const create = database.createQueryRunner.bind(database);
  let wasCut = false;
  database.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
    let statements = 0;
    runner.query = (async (...given: unknown[]) => {
      statements += 1;
      if (statements === nth) {
        wasCut = true;
        const [{ pid }] = (await query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
        await terminate(api, pid);
      }
      return query(...given);
    }) as typeof runner.query;
    return runner;
  };
  try {
    await work().catch((error: unknown) => {
      if (!wasCut) throw error;
    });
  } finally {
    database.createQueryRunner = create;
  }
  return wasCut;
}

async function terminate(api: TestApi, pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: api.databaseUrls.apiUrl });
  await client.connect();
  await client.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
  await client.end();
}
