import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONNECTION_DAYS } from '@preau/identity-domain';
import { CONFIG, createLogger, Jobs, type Config } from '@preau/shared-api';
import type { DataSource } from 'typeorm';

const FORGET_JOB = 'identity.forget-connections';

/** Deletes, each night, the connection records whose year is over. */
@Injectable()
export class ForgetConnections implements OnModuleInit {
  private readonly log;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
    private readonly jobs: Jobs,
  ) {
    this.log = createLogger(config, 'connections');
  }

  onModuleInit() {
    this.jobs.handle(FORGET_JOB, async () => {
      this.log.info(await this.forgetOld(), 'connection records deleted');
    });
    this.jobs.every('53 2 * * *', FORGET_JOB);
  }

  async forgetOld(): Promise<{ deleted: number }> {
    const [row] = await this.database.query<{ deleted: number }[]>(
      'SELECT forget_connection_records($1)::int AS deleted',
      [CONNECTION_DAYS],
    );
    return { deleted: row?.deleted ?? 0 };
  }
}
