import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { SearchKind } from '@preau/search-domain';
import {
  audit,
  badInput,
  counted,
  isUuid,
  Jobs,
  page,
  pageSize,
  transaction,
  type CountedConnection,
} from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SearchIndex } from '../documents/search-index';
import { compareStretch } from './compare-stretch';
import { beginRound, listRounds, noteStep } from './round.queries';
import type { SearchRoundRefusal } from './round.types';
import { SearchRound } from './search-round.entity';

const ROUND_JOB = 'search.round';
const payloadShape = z.object({ roundId: z.uuid() });

type Begun = { round: SearchRound } | { code: SearchRoundRefusal };

/** Walks that compare the index with what it is made from, and put it right: a stretch of objects a transaction. */
@Injectable()
export class SearchRounds implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly index: SearchIndex,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit() {
    this.jobs.handle(ROUND_JOB, (payload) => this.goOn(payloadShape.parse(payload).roundId));
  }

  begin(actor: Actor, kind: SearchKind, isCheck: boolean): Promise<Begun> {
    return transaction(this.database, async (tx) => {
      const source = this.index.source(kind);
      if (!source) return { code: 'NO_SOURCE' } as const;
      const round = await beginRound(tx, kind, isCheck, await source.count(tx));
      if (!round) return { code: 'UNDER_WAY' } as const;
      await audit(tx, actor, {
        action: 'search.round',
        object: `search-round:${round.id}`,
        details: { kind, isCheck },
      });
      await this.jobs.add(tx, ROUND_JOB, { roundId: round.id });
      return { round };
    });
  }

  /** What it has done stays; it does not go on. */
  stop(actor: Actor, id: string): Promise<Begun> {
    return transaction(this.database, async (tx) => {
      const round = isUuid(id) ? await lock(tx, id) : null;
      if (!round) return { code: 'UNKNOWN_ROUND' } as const;
      if (round.stoppedAt ?? round.finishedAt) return { code: 'OVER' } as const;
      round.stoppedAt = new Date();
      await tx.update(SearchRound, { id }, { stoppedAt: round.stoppedAt });
      await audit(tx, actor, { action: 'search.round-stop', object: `search-round:${id}`, details: {} });
      return { round };
    });
  }

  async list(first?: number | null, after?: string | null): Promise<CountedConnection<SearchRound>> {
    const size = pageSize(first);
    if (after && !isUuid(after)) throw badInput('Ce curseur n’est pas valable.');
    const listed = page(await listRounds(this.database, after ?? null, size + 1), size, ({ id }) => id);
    return counted(listed, after, () => this.database.manager.count(SearchRound));
  }

  /**
   * One stretch and, in the same transaction, how far it came and the job that goes on: killed anywhere, nothing is lost nor counted
   * twice. What others change meanwhile makes the transaction fail, and the job is tried again.
   */
  async goOn(roundId: string): Promise<void> {
    await this.database.transaction('REPEATABLE READ', async (tx) => {
      const round = await lock(tx, roundId);
      const source = round && this.index.source(round.kind);
      if (!source || round.stoppedAt || round.finishedAt) return;
      const step = await compareStretch(tx, source, round);
      await noteStep(tx, roundId, step);
      if (step.cursor !== null) await this.jobs.add(tx, ROUND_JOB, { roundId });
    });
  }
}

const lock = (tx: EntityManager, id: string) =>
  tx.findOne(SearchRound, { where: { id }, lock: { mode: 'pessimistic_write' } });
