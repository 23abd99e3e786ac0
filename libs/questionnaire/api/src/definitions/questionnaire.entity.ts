import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

export const QUESTIONNAIRE_STATUSES = ['DRAFT', 'PUBLISHED', 'CLOSED'] as const;
export type QuestionnaireStatus = (typeof QUESTIONNAIRE_STATUSES)[number];

/** A form of a consultation; what it asks is in its versions. */
@Entity('questionnaire')
@Check('questionnaire_status_check', `status IN ('DRAFT', 'PUBLISHED', 'CLOSED')`)
@Check('questionnaire_dates_check', 'opens_at < closes_at')
@Unique(['consultationId', 'slug'])
export class QuestionnaireRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Consultation', { onDelete: 'CASCADE' })
  consultationId: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text', { default: 'DRAFT' })
  status: QuestionnaireStatus;

  /** The version served to people who begin now; 0 while nothing is published. */
  @Column('int', { default: 0 })
  currentVersion: number;

  @Column('timestamptz')
  opensAt: Date;

  @Column('timestamptz')
  closesAt: Date;
}
