import { Inject, Injectable } from '@nestjs/common';
import { run, type Runner } from 'graphile-worker';
import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import { CONFIG, type Config } from './config';

export type JobHandler = (payload: unknown) => Promise<void>;

/** Work to be done after a transaction commits: a row written with the data, carried out by the worker process. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Domains say at start-up which jobs they carry out. A handler must bear being run twice. */
  handle(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  /** Adds a job to the transaction. The payload holds ids, never a secret or a person's words. */
  async add(tx: EntityManager, name: string, payload: Record<string, string>): Promise<void> {
    await tx.query('SELECT graphile_worker.add_job($1, $2::json)', [name, JSON.stringify(payload)]);
  }

  /** Starts carrying jobs out in this process, until `stop()`. */
  async work(log: Logger): Promise<Runner> {
    return run({
      connectionString: this.config.DATABASE_URL,
      concurrency: 4,
      pollInterval: 2_000,
      noHandleSignals: true,
      taskList: Object.fromEntries(
        [...this.handlers].map(([name, handler]) => [name, (payload: unknown) => handler(payload)]),
      ),
      events: undefined,
      logger: undefined,
    }).then((runner) => {
      runner.events.on('job:error', ({ job, error }) => {
        log.warn({ task: job.task_identifier, err: error }, 'job failed');
      });
      return runner;
    });
  }
}
