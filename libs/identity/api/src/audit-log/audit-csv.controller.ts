import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import {
  Access,
  audit,
  CONFIG,
  createLogger,
  CurrentActor,
  dialectOf,
  transaction,
  type Config,
} from '@preau/shared-api';
import { dayInParis, type Actor } from '@preau/shared-domain';
import { auditCsv } from './audit-csv';
import { AuditLogService, checkedFilter } from './audit-log.service';

@Controller('exports')
export class AuditCsvController {
  private readonly faults;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
    private readonly log: AuditLogService,
  ) {
    this.faults = createLogger(config, 'audit');
  }

  /** The log, or a part of it: `action`, `account`, `object`, `from`, `to` as in `auditEntries`. */
  @Get('audit.csv')
  @Access('admin')
  async download(
    @CurrentActor() actor: Actor,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    const dialect = dialectOf(query['dialect']);
    const text = (name: string) => (typeof query[name] === 'string' ? query[name] : null);
    const filter = checkedFilter({
      action: text('action'),
      account: text('account'),
      object: text('object'),
      from: text('from'),
      to: text('to'),
    });
    response.set({
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="preau-journal-${dayInParis(new Date())}.csv"`,
      'Cache-Control': 'no-store',
    });
    if (response.req.method === 'HEAD') {
      response.end();
      return;
    }
    const details = { dialect: dialect.name, ...filter };
    await transaction(this.database, (tx) =>
      audit(tx, actor, { action: 'audit.download', object: 'audit', details }),
    );
    const { database, log } = this;
    const lines = this.orSay(auditCsv({ database, log, filter, dialect }));
    // A reader who left, or whose session ended, is no fault of ours; what fails on our side cuts the file.
    await pipeline(Readable.from(lines), response).catch(() => undefined);
  }

  private async *orSay(lines: AsyncGenerator<string>): AsyncGenerator<string> {
    try {
      yield* lines;
    } catch (error) {
      this.faults.error({ err: error }, 'the audit log could not be sent');
      throw error;
    }
  }
}
