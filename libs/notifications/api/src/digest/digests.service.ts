import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { dueDigests, MAIL_STREAMS, type MailStream } from '@preau/notifications-domain';
import {
  badInput,
  counted,
  isUuid,
  Jobs,
  page,
  pageSize,
  transaction,
  type CountedConnection,
} from '@preau/shared-api';
import { DigestRun } from './digest-run.entity';
import { MAIL_ROUND_JOB } from './mail-round-job';
import { MailRound, type Step } from './mail-round';
import { beginRun, listRuns, noteProgress } from './digest-run.queries';

const PLAN_JOB = 'notifications.plan';
const DIGEST_JOB = 'notifications.digest';

const roundShape = z.object({ stream: z.enum(MAIL_STREAMS) });
const runShape = z.object({ runId: z.uuid() });

/** When mails of notifications leave: what is immediate as it comes, digests in the morning, in Paris. */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly round: MailRound,
  ) {}

  onModuleInit() {
    this.jobs.handle(MAIL_ROUND_JOB, (payload) => this.mailNow(roundShape.parse(payload).stream));
    this.jobs.handle(DIGEST_JOB, (payload) => this.goOn(runShape.parse(payload).runId));
    this.jobs.handle(PLAN_JOB, () => this.plan(new Date()));
    // In UTC, which knows no summer time: asked every quarter of an hour, it looks at the clock of Paris itself.
    this.jobs.every('*/15 * * * *', PLAN_JOB);
  }

  /** Begins the digests whose time has come, each once, and lets out what a weekly limit had held back. */
  async plan(now: Date): Promise<void> {
    for (const { frequency, period } of dueDigests(now)) {
      await transaction(this.database, async (tx) => {
        const runId = await beginRun(tx, frequency, period);
        if (runId !== null) await this.jobs.add(tx, DIGEST_JOB, { runId });
      });
    }
    await transaction(this.database, (tx) =>
      this.jobs.add(tx, MAIL_ROUND_JOB, { stream: 'IMMEDIATE' }, { key: `${MAIL_ROUND_JOB} IMMEDIATE` }),
    );
  }

  /** One batch of a digest and, in the same transaction, where it stands and the job that goes on. */
  async goOn(runId: string): Promise<void> {
    await transaction(this.database, async (tx) => {
      const run = await tx.findOne(DigestRun, { where: { id: runId }, lock: { mode: 'pessimistic_write' } });
      if (!run || run.finishedAt !== null) return;
      const step = await this.round.step(tx, run.frequency, run.period, run.cursor);
      await noteProgress(tx, runId, step);
      if (step.cursor !== null) await this.jobs.add(tx, DIGEST_JOB, { runId });
    });
  }

  async list(first: number | null, after: string | null): Promise<CountedConnection<DigestRun>> {
    const size = pageSize(first);
    if (after && !isUuid(after))
      throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
    const listed = page(await listRuns(this.database, after, size + 1), size, ({ id }) => id);
    return counted(listed, after, () => this.database.manager.count(DigestRun));
  }

  private async mailNow(stream: MailStream): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const { cursor }: Step = await this.step(stream, after);
      if (cursor === null) return;
      after = cursor;
    }
  }

  private step(stream: MailStream, after: string | null): Promise<Step> {
    return transaction(this.database, (tx) => this.round.step(tx, stream, null, after));
  }
}
