import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Responses received per day, kept with the tallies. */
@Entity('response_day')
export class ResponseDay {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  @PrimaryColumn('date')
  day: string;

  @Column('int')
  responses: number;
}
