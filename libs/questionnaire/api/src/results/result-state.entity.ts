import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** As of when a questionnaire's figures hold. */
@Entity('result_state')
export class ResultState {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  /** Exact tallies hold every response committed before this instant. */
  @Column('timestamptz')
  talliedAt: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}
