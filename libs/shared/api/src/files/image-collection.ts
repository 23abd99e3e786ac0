import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { imageWidths } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { Jobs } from '../jobs';
import { createLogger } from '../log';
import { transaction } from '../transactions';
import { fileOf } from './file-of';
import { FileStore } from './file-store';
import { expireImages } from './image.queries';

const COLLECT_JOB = 'files.collect-images';
const AT_A_TIME = 50;

/** Removes images that nothing holds, with their files: those never put in a message, and those of messages that are gone. */
@Injectable()
export class ImageCollection implements OnModuleInit {
  private readonly log;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
    private readonly jobs: Jobs,
    private readonly store: FileStore,
  ) {
    this.log = createLogger(config, 'files');
  }

  onModuleInit() {
    this.jobs.handle(COLLECT_JOB, async () => {
      this.log.info(await this.collect(), 'images collected');
    });
    this.jobs.every('*/10 * * * *', COLLECT_JOB);
  }

  /** A few at a time, files first: killed anywhere, the next turn finds the rows that are left. */
  async collect(): Promise<{ images: number }> {
    for (let images = 0; ;) {
      const removed = await transaction(this.database, async (tx) => {
        const rows = await expireImages(tx, AT_A_TIME);
        for (const { name, width } of rows)
          for (const one of imageWidths(width)) await this.store.delete(fileOf(name, one));
        await tx.query('DELETE FROM image WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
        return rows.length;
      });
      images += removed;
      if (removed < AT_A_TIME) return { images };
    }
  }
}
