import { createHash } from 'node:crypto';
import {
  dayGenerator,
  profileOf,
  responseGenerator,
  type AnswerModel,
  type Definition,
} from '@preau/questionnaire-domain';
import { transaction } from '@preau/shared-api';
import { dayInParis } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import answerModel from '@preau/data/demo/answer-model.json' with { type: 'json' };
import { applyChange, changeOf } from '../tallies/apply-tally';
import { Tally } from '../tallies/tally';
import { lockTallies } from '../tallies/tally.queries';
import { copyResponses, type GeneratedResponse } from './copy-responses';

const CHUNK = 10_000;

interface Missing {
  readonly index: number;
  readonly id: string;
}

interface Target {
  readonly id: string;
  readonly version: number;
  readonly definition: Definition;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Makes up responses to a questionnaire until it has the first `count` of a seed; those already there are passed over.
 * Each chunk and its tallies are one transaction: interrupted, nothing is half done, and the next run goes on.
 * Returns how many were added.
 */
export async function generateResponses(
  database: DataSource,
  questionnaireId: string,
  count: number,
  seed: number,
  log: (line: string) => void,
): Promise<number> {
  const target = await targetOf(database.manager, questionnaireId);
  const make = responseGenerator(target.definition, answerModel as AnswerModel);
  const dayOf = dayGenerator(dayInParis(target.opensAt), lastDay(target, new Date()));
  const respond = ({ index, id }: Missing): GeneratedResponse => {
    const day = dayOf(seed, index);
    const clean = make(seed, index, day);
    return { id, day, clean, profile: profileOf(target.definition, clean.answers) };
  };
  const began = Date.now();
  let added = 0;
  for (let start = 0; start < count; start += CHUNK) {
    const end = Math.min(start + CHUNK, count);
    const wanted = await missing(database.manager, target.id, seed, start, end);
    if (wanted.length > 0) await addChunk(database, target, wanted, respond);
    added += wanted.length;
    log(`${end} réponses sur ${count} (${Math.round((Date.now() - began) / 1_000)} s)`);
  }
  return added;
}

async function addChunk(
  database: DataSource,
  target: Target,
  wanted: readonly Missing[],
  respond: (one: Missing) => GeneratedResponse,
): Promise<void> {
  const tally = new Tally();
  function* counted() {
    for (const one of wanted) {
      const response = respond(one);
      tally.add(target.definition, response.clean);
      tally.addDay(response.day);
      yield response;
    }
  }
  await transaction(database, async (tx) => {
    await copyResponses(tx, target.id, target.version, counted());
    await lockTallies(tx, target.id);
    await applyChange(tx, target.id, changeOf(tally));
  });
}

async function targetOf(tx: EntityManager, questionnaireId: string): Promise<Target> {
  const [target] = await tx.query<Target[]>(
    `SELECT id, current_version AS version, definition, opens_at AS "opensAt", closes_at AS "closesAt"
     FROM questionnaire JOIN questionnaire_version ON questionnaire_id = id AND version = current_version
     WHERE id = $1`,
    [questionnaireId],
  );
  if (!target) throw new Error(`Ce questionnaire n'existe pas ou n'est pas publié : ${questionnaireId}.`);
  return target;
}

/** Nobody answers tomorrow, nor once it is closed. */
function lastDay({ closesAt }: Target, now: Date): string {
  const last = new Date(closesAt.getTime() - 1);
  return dayInParis(last < now ? last : now);
}

/** Responses of the seed that are not there yet. */
async function missing(
  tx: EntityManager,
  questionnaireId: string,
  seed: number,
  start: number,
  end: number,
): Promise<Missing[]> {
  const wanted = Array.from({ length: end - start }, (_, offset) => {
    const index = start + offset;
    return { index, id: generatedId(questionnaireId, seed, index) };
  });
  const there = await tx.query<{ id: string }[]>('SELECT id FROM response WHERE id = ANY($1::uuid[])', [
    wanted.map(({ id }) => id),
  ]);
  const ids = new Set(there.map(({ id }) => id));
  return wanted.filter(({ id }) => !ids.has(id));
}

/** Always the same for the same response: a UUID of version 8, as receipts give. */
function generatedId(questionnaireId: string, seed: number, index: number): string {
  const hex = createHash('sha256').update(`generated:${questionnaireId}:${seed}:${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
