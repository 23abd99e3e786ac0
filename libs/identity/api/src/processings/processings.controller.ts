import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Access, BYTE_ORDER_MARK, csvLine, dialectOf, neutralised, type Dialect } from '@preau/shared-api';
import { REGISTER, type ProcessingRecord } from './processings';

const COLUMNS: readonly (readonly [string, (processing: ProcessingRecord) => string])[] = [
  ['code', ({ code }) => code],
  ['traitement', ({ title }) => title],
  ['but', ({ purpose }) => purpose],
  ['base légale', ({ bases }) => bases.map(({ text }) => text).join('\n')],
  ['personnes concernées', ({ people }) => people],
  ['données', ({ data }) => data.join('\n')],
  ['destinataires', ({ recipients }) => recipients.join('\n')],
  ['durée de conservation', ({ retention }) => retention],
  ['transferts', ({ transfers }) => transfers],
  ['précautions', ({ safeguards }) => safeguards.join('\n')],
  ['opposition possible', ({ opposition }) => (opposition.possible ? 'oui' : 'non')],
  ['opposition', ({ opposition }) => opposition.text],
];

/** The register, for whoever wants to read it with their own tools. */
@Controller('exports')
export class ProcessingsController {
  @Get('processings.json')
  @Access('public')
  json(@Res() response: Response): void {
    response.set(headers('application/json; charset=utf-8', 'json'));
    response.end(`${JSON.stringify(REGISTER, null, 2)}\n`);
  }

  @Get('processings.csv')
  @Access('public')
  csv(@Res() response: Response, @Query('dialect') asked?: unknown): void {
    const dialect = dialectOf(asked);
    response.set(headers('text/csv; charset=utf-8; header=present', 'csv'));
    response.end(BYTE_ORDER_MARK + lines(dialect).join(''));
  }
}

function lines(dialect: Dialect): string[] {
  const head = COLUMNS.map(([name]) => name);
  const rows = REGISTER.processings.map((one) => COLUMNS.map(([, cell]) => neutralised(cell(one))));
  return [head, ...rows].map((cells) => csvLine(cells, dialect));
}

const headers = (type: string, extension: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="preau-registre-des-traitements.${extension}"`,
  'Cache-Control': 'public, max-age=300',
});
