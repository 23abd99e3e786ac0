import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { applyChange, changeOf } from './apply-tally';
import { Tally } from './tally';
import {
  awaitPublication,
  markIdleTallied,
  markTallied,
  questionnairesToTally,
  readResponses,
  takePending,
  tryLockTallies,
  type TakenResponse,
} from './tally.queries';
import { VersionStore } from './version-store';

const BATCH = 4_000;

/** Counts waiting responses into the tallies, in batches. */
@Injectable()
export class TalliesService {
  private readonly versions = new VersionStore();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Counts what waits now, and says as of when the tallies hold. */
  async countWaiting(): Promise<void> {
    for (const questionnaireId of await questionnairesToTally(this.database.manager)) {
      while ((await this.countBatch(questionnaireId)) === BATCH);
    }
    await transaction(this.database, markIdleTallied);
  }

  /**
   * One batch, exactly once: the responses leave the queue, the tallies change and publication is told in one
   * transaction, under a lock that makes other workers turn to something else. Returns how many were counted.
   */
  countBatch(questionnaireId: string, size = BATCH): Promise<number> {
    return transaction(this.database, async (tx) => {
      if (!(await tryLockTallies(tx, questionnaireId))) return 0;
      const { taken, isAll } = await takePending(tx, questionnaireId, size);
      if (taken.length > 0) await this.count(tx, questionnaireId, taken);
      if (isAll) await markTallied(tx, questionnaireId);
      return taken.length;
    });
  }

  /**
   * Answers are read after their place in the queue is ours: an amendment that commits later finds that place gone and
   * queues again with these very answers as those the tallies hold.
   */
  private async count(tx: EntityManager, questionnaireId: string, taken: TakenResponse[]): Promise<void> {
    const counted = new Map(taken.map((one) => [one.id, one.counted]));
    const responses = await readResponses(tx, [...counted.keys()]);
    const definitionOf = await this.versions.versions(tx, questionnaireId, [
      ...new Set(responses.map(({ version }) => version)),
    ]);
    const tally = new Tally();
    const cells = new Map<string, string>();
    for (const response of responses) {
      const definition = definitionOf(response.version);
      const earlier = counted.get(response.id);
      if (earlier) tally.add(definition, earlier, -1);
      else tally.addDay(response.day);
      cells.set(response.id, tally.add(definition, response));
    }
    await applyChange(tx, questionnaireId, changeOf(tally));
    await awaitPublication(tx, questionnaireId, cells);
  }
}
