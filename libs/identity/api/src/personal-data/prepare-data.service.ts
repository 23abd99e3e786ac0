import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, LessThan, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { dataExportExpiry } from '@preau/identity-domain';
import { Jobs, transaction } from '@preau/shared-api';
import { FORMATS, piecesOf } from './data-files';
import { DataExport } from './data-export.entity';
import { PREPARE_DATA } from './data-export.service';
import { PersonalDataSources, type AccountDataSource } from './personal-data-sources';

const payloadShape = z.object({ exportId: z.uuid() });
const TIDY_DATA = 'identity.tidy-data-exports';
/** One whose job has come to nothing is taken up again after this long. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * Prepares people's own data, in the worker: each source in a transaction of its own, with its name, so that it is there
 * once or not at all. Killed anywhere, the next run goes on after the last source that was finished.
 */
@Injectable()
export class PrepareData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly sources: PersonalDataSources,
  ) {}

  onModuleInit() {
    this.jobs.handle(PREPARE_DATA, (payload) => this.prepare(payloadShape.parse(payload).exportId));
    this.jobs.handle(TIDY_DATA, () => this.tidy(new Date()));
    this.jobs.every('*/10 * * * *', TIDY_DATA);
  }

  async prepare(exportId: string): Promise<void> {
    for (const source of this.sources.byAccount) {
      const isThere = await transaction(this.database, (tx) => this.prepareOne(tx, exportId, source));
      if (!isThere) return;
    }
    await this.finish(exportId);
  }

  /** Takes up what no job is left for, and deletes what can no longer be downloaded. */
  async tidy(now: Date): Promise<void> {
    await this.database.manager.delete(DataExport, { expiresAt: LessThan(now) });
    const forgotten = await this.database.manager.find(DataExport, {
      select: { id: true },
      where: { readyAt: IsNull(), createdAt: LessThan(new Date(now.getTime() - FORGOTTEN_MS)) },
      order: { createdAt: 'ASC' },
      take: 100,
    });
    for (const { id } of forgotten) await this.prepare(id);
  }

  /** False when there is nothing to do: it is ready, gone, or another process is at it. */
  private async prepareOne(tx: EntityManager, exportId: string, source: AccountDataSource): Promise<boolean> {
    const wanted = await tx.findOne(DataExport, {
      where: { id: exportId, readyAt: IsNull() },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (!wanted) return false;
    if (wanted.prepared.includes(source.name)) return true;
    for (const format of FORMATS) {
      let place = 0;
      const rows = source.rows(tx, wanted.accountId);
      for await (const content of piecesOf(format, source.columns, rows)) {
        await tx.query(
          'INSERT INTO data_export_piece (export_id, file, place, content) VALUES ($1, $2, $3, $4)',
          [exportId, `${source.name}.${format}`, place, content],
        );
        place += 1;
      }
    }
    await tx.query('UPDATE data_export SET prepared = prepared || $2::text WHERE id = $1', [
      exportId,
      source.name,
    ]);
    return true;
  }

  private async finish(exportId: string): Promise<void> {
    const now = new Date();
    await this.database.query(
      `UPDATE data_export SET ready_at = $2, expires_at = $3,
         bytes = (SELECT coalesce(sum(length(content)), 0) FROM data_export_piece WHERE export_id = $1)
       WHERE id = $1 AND ready_at IS NULL`,
      [exportId, now, dataExportExpiry(now)],
    );
  }
}
