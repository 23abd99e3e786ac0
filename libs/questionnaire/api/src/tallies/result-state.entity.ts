import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** As of when a questionnaire's figures hold, and how to read them. */
@Entity('result_state')
export class ResultState {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  /** Names of the counts in every packed tally of the questionnaire, in their order. Names are only ever added, at the end. */
  @Column('text', { array: true, default: [] })
  keys: string[];

  /** Exact tallies hold every response committed before this instant. */
  @Column('timestamptz')
  talliedAt: Date;

  /** When the published tallies last moved. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  /** Which published tallies the public results were made from, and the version whose words they are shown with. */
  @Column('timestamptz', { nullable: true })
  shownAt: Date | null;

  @Column('int', { nullable: true })
  shownVersion: number | null;

  /** Responses in the public figures; null while nothing is shown. */
  @Column('int', { nullable: true })
  shownResponses: number | null;
}
