import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Consultation } from '@preau/consultation-api';
import { openness } from '@preau/questionnaire-domain';
import { hasRole, type Actor } from '@preau/shared-domain';
import { In, type Repository } from 'typeorm';
import { ResultCounts } from '../results/result-counts';
import { DefinitionStore } from './definition-store';
import { QuestionnaireRow } from './questionnaire.entity';
import type { Questionnaire } from './questionnaire.types';

export interface QuestionnaireKey {
  readonly id?: string | null;
  readonly consultation?: string | null;
  readonly slug?: string | null;
  readonly version?: number | null;
}

/** Reading questionnaires, as far as the actor may see them. */
@Injectable()
export class QuestionnairesService {
  constructor(
    private readonly store: DefinitionStore,
    private readonly counts: ResultCounts,
    @InjectRepository(Consultation) private readonly consultations: Repository<Consultation>,
    @InjectRepository(QuestionnaireRow) private readonly rows: Repository<QuestionnaireRow>,
  ) {}

  /** By id, or by the slugs of its consultation and its own; null when there is none the actor may see. */
  async find(key: QuestionnaireKey, actor: Actor): Promise<Questionnaire | null> {
    const row = await this.row(key);
    if (!row) return null;
    const [found] = await this.present([row], actor, key.version ?? undefined);
    return found ?? null;
  }

  /** The questionnaires of several consultations in two statements, those the actor may see. */
  async ofConsultations(consultationIds: readonly string[], actor: Actor): Promise<Questionnaire[]> {
    const rows = await this.rows.find({
      where: { consultationId: In([...consultationIds]) },
      order: { opensAt: 'ASC', slug: 'ASC' },
    });
    return this.present(rows, actor);
  }

  /** Asked of the database, past every cache. */
  async isOpen(id: string): Promise<boolean> {
    const row = await this.rows.findOneBy({ id });
    return row !== null && openness(row, new Date()) === null;
  }

  /** Drops what the actor may not see and adds definition, figures and rights. */
  async present(rows: readonly QuestionnaireRow[], actor: Actor, version?: number): Promise<Questionnaire[]> {
    const isStaff = hasRole(actor, 'staff');
    const visible = rows.filter((row) => isStaff || row.status !== 'DRAFT');
    const counts = await this.counts.published(visible.map((row) => row.id));
    const presented: Questionnaire[] = [];
    for (const row of visible) {
      const shown = version ?? row.currentVersion;
      const definition = await this.store.definition(row.id, shown);
      if (!definition) continue;
      presented.push({
        ...row,
        version: shown,
        definition,
        responseCount: counts.get(row.id) ?? 0,
        viewerCan: {
          answer: openness(row, new Date()) === null,
          preview: isStaff,
          manage: isStaff,
          export: isStaff,
        },
      });
    }
    return presented;
  }

  private async row({ id, consultation, slug }: QuestionnaireKey): Promise<QuestionnaireRow | null> {
    if (id) return this.store.byId(id);
    if (!consultation || !slug) return null;
    const parent = await this.consultations.findOne({ where: { slug: consultation }, select: { id: true } });
    return parent ? this.store.bySlug(parent.id, slug) : null;
  }
}
