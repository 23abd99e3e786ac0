import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Definition } from '@preau/questionnaire-domain';
import { ChangeFeed, isUuid } from '@preau/shared-api';
import type { Repository } from 'typeorm';
import { QuestionnaireVersion } from './questionnaire-version.entity';
import { QuestionnaireRow } from './questionnaire.entity';

const FRESH_MS = 5_000;

/** The topic announced in the transaction that publishes, opens or closes a questionnaire. */
export const questionnaireChanged = (id: string) => `questionnaire:${id}`;

/**
 * Questionnaires and their versions, in memory: every submission needs them. Published versions never change; what may
 * (dates, status, current version) is forgotten at once when a change is announced, and after five seconds anyway.
 */
@Injectable()
export class DefinitionStore implements OnModuleInit {
  private readonly definitions = new Map<string, Promise<Definition | null>>();
  private readonly rows = new Map<string, { row: Promise<QuestionnaireRow | null>; until: number }>();

  constructor(
    @InjectRepository(QuestionnaireRow) private readonly questionnaires: Repository<QuestionnaireRow>,
    @InjectRepository(QuestionnaireVersion) private readonly versions: Repository<QuestionnaireVersion>,
    private readonly feed: ChangeFeed,
  ) {}

  onModuleInit() {
    this.feed.subscribe((topic) => {
      if (topic === null || topic.startsWith('questionnaire:')) this.rows.clear();
    });
  }

  /** The questionnaire of this id, or null; any text may be asked for. */
  byId(id: string): Promise<QuestionnaireRow | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.remember(id, () => this.questionnaires.findOneBy({ id }));
  }

  bySlug(consultationId: string, slug: string): Promise<QuestionnaireRow | null> {
    return this.questionnaires.findOneBy({ consultationId, slug });
  }

  /** One published version's definition, or null. */
  definition(questionnaireId: string, version: number): Promise<Definition | null> {
    const key = `${questionnaireId}:${version}`;
    const known = this.definitions.get(key);
    if (known) return known;
    const loading = this.versions
      .findOneBy({ questionnaireId, version })
      .then((found) => found?.definition ?? null);
    this.definitions.set(key, loading);
    // Neither a failure nor "not published yet" is worth remembering.
    loading.then(
      (found) => found ?? this.definitions.delete(key),
      () => this.definitions.delete(key),
    );
    return loading;
  }

  private remember(
    id: string,
    load: () => Promise<QuestionnaireRow | null>,
  ): Promise<QuestionnaireRow | null> {
    const known = this.rows.get(id);
    if (known && known.until > Date.now()) return known.row;
    const row = load();
    this.rows.set(id, { row, until: Date.now() + FRESH_MS });
    row.then(
      (found) => found ?? this.rows.delete(id),
      () => this.rows.delete(id),
    );
    return row;
  }
}
