import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { Access, CONFIG, createLogger, CurrentActor, signedIn, type Config } from '@preau/shared-api';
import { dayInParis, type Actor } from '@preau/shared-domain';
import { DataExports } from './data-export.service';
import { dataZip } from './data-zip';
import { PersonalDataSources } from './personal-data-sources';

@Controller('exports/my-data')
export class DataExportController {
  private readonly log;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
    private readonly exports: DataExports,
    private readonly sources: PersonalDataSources,
  ) {
    this.log = createLogger(config, 'personal-data');
  }

  /** Somebody's own data, for themselves alone. */
  @Get(':id/mes-donnees.zip')
  @Access('signed-in')
  async download(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const prepared = await this.exports.ready(actor, id);
    response.set({
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="preau-mes-donnees-${dayInParis(new Date())}.zip"`,
      'Cache-Control': 'no-store',
    });
    if (response.req.method === 'HEAD') {
      response.end();
      return;
    }
    const { database, sources } = this;
    const zip = dataZip({ database, sources, actor: signedIn(actor), prepared });
    zip.on('error', (error: unknown) => {
      this.log.error({ err: error, exportId: id }, 'somebody’s own data could not be sent');
      response.destroy();
    });
    // A reader who left, or whose session ended, is no fault of ours.
    await pipeline(zip.outputStream, response).catch(() => undefined);
  }
}
