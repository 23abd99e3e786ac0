import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ConsultationsService } from '@preau/consultation-api';
import { openness } from '@preau/questionnaire-domain';
import { AuditObjects, isUuid, RequestLoader } from '@preau/shared-api';
import { hasRole, type Actor } from '@preau/shared-domain';
import { In, Not, type Repository } from 'typeorm';
import { ResultCounts } from '../results/result-counts';
import { DefinitionStore } from './definition-store';
import { QuestionnaireRow } from './questionnaire.entity';
import type { QuestionnaireRights, ShownQuestionnaire } from './questionnaire.types';

export interface QuestionnaireKey {
  readonly id?: string | null;
  readonly consultation?: string | null;
  readonly slug?: string | null;
  readonly version?: number | null;
}

/** Reading questionnaires, as far as the actor may see them. */
@Injectable()
export class QuestionnairesService implements OnModuleInit {
  /** The published questionnaires of each consultation. */
  readonly published = new RequestLoader<string, ShownQuestionnaire[]>(async (consultationIds) => {
    const rows = await this.rows.find({
      where: { consultationId: In([...consultationIds]), status: Not('DRAFT' as const) },
      order: { opensAt: 'ASC', slug: 'ASC' },
    });
    return consultationIds.map((id) =>
      rows.filter((row) => row.consultationId === id).map((row) => ({ ...row, version: row.currentVersion })),
    );
  });

  readonly responseCount = new RequestLoader<string, number>(async (ids) => {
    const counts = await this.counts.published(ids);
    return ids.map((id) => counts.get(id) ?? 0);
  });

  constructor(
    private readonly store: DefinitionStore,
    private readonly counts: ResultCounts,
    private readonly consultations: ConsultationsService,
    @InjectRepository(QuestionnaireRow) private readonly rows: Repository<QuestionnaireRow>,
    private readonly auditObjects: AuditObjects,
  ) {}

  onModuleInit() {
    this.auditObjects.register('questionnaire', async (ids) => {
      const found = await this.rows.findBy({ id: In(ids.filter(isUuid)) });
      return new Map(found.map(({ id, title }) => [id, title]));
    });
  }

  /** By id, or by the slugs of its consultation and its own; null when there is none the actor may see. */
  async find(key: QuestionnaireKey, actor: Actor): Promise<ShownQuestionnaire | null> {
    const row = await this.row(key);
    if (!row || (row.status === 'DRAFT' && !hasRole(actor, 'staff'))) return null;
    const version = key.version ?? row.currentVersion;
    return (await this.store.definition(row.id, version)) && { ...row, version };
  }

  /** All that were ever open to answers, the latest first. */
  async everPublished(): Promise<ShownQuestionnaire[]> {
    const rows = await this.rows.find({
      where: { status: Not('DRAFT' as const) },
      order: { opensAt: 'DESC', id: 'DESC' },
    });
    return rows.map((row) => ({ ...row, version: row.currentVersion }));
  }

  /** What the actor may do with it now. */
  rights(row: ShownQuestionnaire, actor: Actor): QuestionnaireRights {
    const isStaff = hasRole(actor, 'staff');
    const answer = openness(row, new Date()) === null;
    return { answer, preview: isStaff, manage: isStaff, export: isStaff };
  }

  /** Asked of the database, past every cache. */
  async isOpen(id: string): Promise<boolean> {
    const row = await this.rows.findOneBy({ id });
    return row !== null && openness(row, new Date()) === null;
  }

  private async row({ id, consultation, slug }: QuestionnaireKey): Promise<QuestionnaireRow | null> {
    if (id) return this.store.byId(id);
    if (!consultation || !slug) return null;
    const parent = await this.consultations.bySlug(consultation);
    return parent && this.store.bySlug(parent.id, slug);
  }
}
