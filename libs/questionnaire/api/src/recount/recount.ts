import type { DataSource, QueryRunner } from 'typeorm';
import { applyChange, changeOf } from '../tallies/apply-tally';
import { Tally } from '../tallies/tally';
import { lockTallies } from '../tallies/tally.queries';
import { VersionStore } from '../tallies/version-store';
import { compareTallies, comparePublished, type Comparison, type Difference } from './differences';
import { beginRecount, countedResponses, endRecount, storedTallies } from './recount.queries';

export interface RecountOptions {
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** Called after each page with the responses counted so far. */
  readonly progress?: (responses: number) => void;
}

export interface RecountReport {
  readonly responses: number;
  readonly differences: readonly Difference[];
}

/**
 * Counts every response of a questionnaire again in one snapshot, in which responses still waiting are taken for what
 * they are, and compares with the tallies of that same snapshot: batches go on meanwhile. What is wrong is mended by
 * adding the difference, under the lock of the batches. Published figures are left alone: they follow by their rule.
 */
export async function recount(
  database: DataSource,
  questionnaireId: string,
  { check, progress }: RecountOptions,
): Promise<RecountReport> {
  const runner = database.createQueryRunner();
  try {
    if (!(await beginRecount(runner, questionnaireId))) throw new RecountUnderWay(questionnaireId);
    const { comparison, ...report } = await inTransaction(runner, 'REPEATABLE READ', async () => {
      const { tally, responses } = await countAgain(runner, questionnaireId, progress);
      const stored = await storedTallies(runner, questionnaireId);
      const found = compareTallies(changeOf(tally), stored);
      const differences = [...found.differences, ...comparePublished(stored)];
      return { comparison: found, responses, differences };
    });
    if (!check) await mend(runner, questionnaireId, comparison);
    return report;
  } finally {
    // A connection that broke holds no lock any more.
    await endRecount(runner, questionnaireId).catch(() => undefined);
    await runner.release();
  }
}

/** Two at once would each mend what is wrong, so twice. */
export class RecountUnderWay extends Error {}

async function countAgain(
  runner: QueryRunner,
  questionnaireId: string,
  progress: RecountOptions['progress'],
): Promise<{ tally: Tally; responses: number }> {
  const versions = new VersionStore();
  const tally = new Tally();
  let responses = 0;
  for await (const page of countedResponses(runner, questionnaireId)) {
    const wanted = [...new Set(page.map(({ version }) => version))];
    const definitionOf = await versions.versions(runner.manager, questionnaireId, wanted);
    for (const response of page) {
      tally.add(definitionOf(response.version), response.counted ?? response);
      tally.addDay(response.day);
    }
    responses += page.length;
    progress?.(responses);
  }
  return { tally, responses };
}

async function mend(runner: QueryRunner, questionnaireId: string, { correction }: Comparison): Promise<void> {
  if (correction.slices.size === 0 && correction.days.size === 0) return;
  await inTransaction(runner, 'READ COMMITTED', async () => {
    await lockTallies(runner.manager, questionnaireId);
    await applyChange(runner.manager, questionnaireId, correction);
  });
}

async function inTransaction<T>(
  runner: QueryRunner,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ',
  work: () => Promise<T>,
): Promise<T> {
  await runner.startTransaction(isolation);
  try {
    const result = await work();
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
