import { EventEmitter } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import { Logger as JobLogger, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker';
import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import { CONFIG, type Config } from './config';
import { watchJobLocks } from './job-locks';

export type JobHandler = (payload: unknown) => Promise<void>;

export interface JobOptions {
  readonly runAt?: Date;
  /** Lower goes first; 0 unless said. */
  readonly priority?: number;
  /** At most one job waits under a key: added again before it starts, it is the same job. */
  readonly key?: string;
}

/** Work to be done after a transaction commits: a row written with the data, carried out by the worker process. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly timetable: { task: string; match: string }[] = [];

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Domains say at start-up which jobs they carry out. A handler must bear being run twice. */
  handle(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  /** Has a job added at times given as in a crontab, in UTC, by whichever worker process is there: once. */
  every(cron: string, name: string): void {
    this.timetable.push({ task: name, match: cron });
  }

  /** Adds a job to the transaction. The payload holds ids, never a secret or a person's words. */
  async add(
    tx: EntityManager,
    name: string,
    payload: Record<string, string>,
    { runAt, priority, key }: JobOptions = {},
  ): Promise<void> {
    await tx.query(
      'SELECT graphile_worker.add_job($1, $2::json, run_at := $3, priority := $4, job_key := $5)',
      [name, JSON.stringify(payload), runAt ?? null, priority ?? null, key ?? null],
    );
  }

  /** Adds many jobs of one kind in one statement. */
  async addMany(
    tx: EntityManager,
    name: string,
    payloads: readonly Record<string, string>[],
    { runAt, priority }: Omit<JobOptions, 'key'> = {},
  ): Promise<void> {
    await tx.query(
      `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
         SELECT ROW($1::text, payload, NULL::text, $3::timestamptz, NULL::smallint, NULL::text, $4::smallint, NULL::text[])::graphile_worker.job_spec
         FROM json_array_elements($2::json) AS payload))`,
      [name, JSON.stringify(payloads), runAt ?? null, priority ?? null],
    );
  }

  /** Starts carrying jobs out in this process, until `stop()`. */
  async work(log: Logger): Promise<Runner> {
    const holders = new Set<string>();
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => holders.add(workerPool.id));
    const runner = await run({
      connectionString: this.config.DATABASE_URL,
      concurrency: 4,
      pollInterval: 2_000,
      noHandleSignals: true,
      taskList: Object.fromEntries(
        [...this.handlers].map(([name, handler]) => [name, (payload: unknown) => handler(payload)]),
      ),
      parsedCronItems: parseCronItems(this.timetable),
      events,
      // Its own lines, one per job, are not of our form; failures are logged below.
      logger: new JobLogger(() => () => undefined),
    });
    runner.events.on('job:error', ({ job, error }) => {
      log.warn({ task: job.task_identifier, err: error }, 'job failed');
    });
    const unwatch = await watchJobLocks(this.config.DATABASE_URL, holders, log);
    const stop = runner.stop.bind(runner);
    runner.stop = async (...reason) => {
      await stop(...reason);
      await unwatch();
    };
    return runner;
  }
}
