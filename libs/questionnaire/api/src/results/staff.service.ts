import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { badInput, isUuid, notFound, page, pageSize, type Connection } from '@preau/shared-api';
import { In, type DataSource, type Repository } from 'typeorm';
import { DefinitionStore } from '../definitions/definition-store';
import { QuestionnaireRow } from '../definitions/questionnaire.entity';
import type { ShownQuestionnaire } from '../definitions/questionnaire.types';
import { questionnairePage, readParticipation } from './staff.queries';
import type { StaffParticipation } from './staff.types';

/** What staff follow from day to day. */
@Injectable()
export class StaffService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectRepository(QuestionnaireRow) private readonly rows: Repository<QuestionnaireRow>,
    private readonly store: DefinitionStore,
  ) {}

  /** Every questionnaire, those that open last first. */
  async questionnaires(
    first: number | null | undefined,
    after: string | null | undefined,
  ): Promise<Connection<ShownQuestionnaire>> {
    if (after && !isUuid(after))
      throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
    const size = pageSize(first);
    const ids = await questionnairePage(this.database.manager, size + 1, after ?? null);
    const found = new Map((await this.rows.findBy({ id: In(ids) })).map((row) => [row.id, row]));
    const rows = ids.flatMap((id) => found.get(id) ?? []);
    return page(
      rows.map((row) => ({ ...row, version: row.currentVersion })),
      size,
      ({ id }) => id,
    );
  }

  /** Responses per day, and drafts under way. */
  async participation(questionnaireId: string): Promise<StaffParticipation> {
    if (!(await this.store.byId(questionnaireId))) throw notFound();
    return readParticipation(this.database.manager, questionnaireId);
  }
}
