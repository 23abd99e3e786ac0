import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { audit, BYTE_ORDER_MARK, csvLine, isUuid, notFound, transaction } from '@preau/shared-api';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { codebook } from './codebook';
import { loadForm } from '../export-form';
import { fileHeaders } from '../file-headers';
import type { ExportRequest } from '../responses/responses-export.service';

/** Downloads of what the columns of a questionnaire's answers mean. */
@Injectable()
export class CodebookExport {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async send({ questionnaireId, dialect, actor }: ExportRequest, response: Response): Promise<void> {
    if (!isUuid(questionnaireId)) throw notFound();
    const form = await loadForm(
      (statement, values) => this.database.query(statement, values),
      questionnaireId,
    );
    if (!form) throw notFound();
    const object = `questionnaire:${questionnaireId.toLowerCase()}`;
    const details = { dialect: dialect.name };
    await transaction(this.database, (tx) =>
      audit(tx, actor, { action: 'exports.codebook', object, details }),
    );
    const lines = codebook(form.definitions, dialect).map((cells) => csvLine(cells, dialect));
    response.set(fileHeaders(form, 'dictionnaire', new Date()));
    response.end(BYTE_ORDER_MARK + lines.join(''));
  }
}
