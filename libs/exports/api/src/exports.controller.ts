import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Access, CurrentActor, dialectOf } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { Response } from 'express';
import { CodebookExport } from './codebook/codebook-export.service';
import { ResponsesExport } from './responses/responses-export.service';

/** Files that staff download. */
@Controller('exports/questionnaires')
export class ExportsController {
  constructor(
    private readonly responsesExport: ResponsesExport,
    private readonly codebookExport: CodebookExport,
  ) {}

  @Get(':id/responses.csv')
  @Access('staff')
  responses(
    @Param('id') questionnaireId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
    @Query('dialect') dialect?: unknown,
  ): Promise<void> {
    return this.responsesExport.send({ questionnaireId, dialect: dialectOf(dialect), actor }, response);
  }

  @Get(':id/codebook.csv')
  @Access('staff')
  codebook(
    @Param('id') questionnaireId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
    @Query('dialect') dialect?: unknown,
  ): Promise<void> {
    return this.codebookExport.send({ questionnaireId, dialect: dialectOf(dialect), actor }, response);
  }
}
