import { Module } from '@nestjs/common';
import { CodebookExport } from './codebook/codebook-export.service';
import { ExportsController } from './exports.controller';
import { ResponsesExport } from './responses/responses-export.service';

@Module({
  controllers: [ExportsController],
  providers: [CodebookExport, ResponsesExport],
})
export class ExportsApiModule {}
