import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Definition } from '@preau/questionnaire-domain';

/** A published version. It never changes: the API's role may add versions, not update them. */
@Entity('questionnaire_version')
export class QuestionnaireVersion {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('jsonb')
  definition: Definition;

  @Column('timestamptz', { default: () => 'now()' })
  publishedAt: Date;
}
